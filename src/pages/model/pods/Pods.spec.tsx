import '../../../jsdomGaps';
import * as sdk from '@openshift-console/dynamic-plugin-sdk';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Pod } from '../../../resources/pod';
import { aPendingPod, aServedModel } from '../../../resources/testObjects';
import { aPod } from '../../../resources/testPods';
import { Pods } from './Pods';

jest.mock('../../../i18n', () => ({ useT: () => translate }));
jest.mock('@openshift-console/dynamic-plugin-sdk', () => ({
  useK8sWatchResource: jest.fn(),
  useAccessReview: jest.fn(),
  consoleFetchJSON: jest.fn(),
  ResourceLink: ({ name }: { name: string }) => <a href={`/pods/${name}`}>{name}</a>,
}));

function translate(key: string, facts: Record<string, unknown> = {}) {
  return key.replaceAll(/\{\{(\w+)\}\}/g, (_whole, name: string) => String(facts[name]));
}

const words = '0/4 nodes are available: 4 Insufficient nvidia.com/gpu.';
const serving = aPod(
  {
    phase: 'Running',
    conditions: [{ type: 'Ready', status: 'True', lastTransitionTime: new Date().toISOString() }],
    containerStatuses: [{ name: 'kserve-container', ready: true, restartCount: 2 }],
  },
  { name: 'llama-predictor-b2', creationTimestamp: new Date(Date.now() - 3_620_000).toISOString() },
);

type Series = [pod: string, line: string, value: string];

function answer(series: readonly Series[]) {
  const result = series.map(([pod, line, value]) => ({ metric: { pod, line }, value: [1, value] }));
  return Promise.resolve({ data: { result } });
}

interface Cluster {
  pods?: Pod[];
  loaded?: boolean;
  error?: unknown;
  /** Undefined: Thanos has not answered yet. */
  series?: readonly Series[];
  may?: boolean;
  /** What Thanos answers instead. */
  metricsError?: Error;
}

function show({ pods = [], loaded = true, error, series, may = true, metricsError }: Cluster) {
  jest.mocked(sdk.useK8sWatchResource).mockReturnValue([pods, loaded, error] as never);
  jest.mocked(sdk.useAccessReview).mockReturnValue([may, false]);
  jest.mocked(sdk.consoleFetchJSON).mockImplementation(() => {
    if (metricsError !== undefined) return Promise.reject(metricsError);
    return series === undefined ? new Promise(() => undefined) : answer(series);
  });
  render(<Pods model={aServedModel()} />);
}

const rows = () => screen.getAllByRole('row').slice(1);
const cells = (row = document.body) =>
  within(row)
    .getAllByRole('cell')
    .map(({ textContent }) => textContent);

describe('Pods', () => {
  it('shows what each pod is doing, with the numbers of its engine, from one request', async () => {
    show({
      pods: [serving, aPendingPod('llama-predictor-a1', words)],
      series: [
        ['llama-predictor-b2', 'waiting', '3'],
        ['llama-predictor-b2', 'running', '0'],
        ['llama-predictor-b2', 'kvCache', '0.73'],
      ],
    });
    expect(await screen.findByText('73%')).toBeInTheDocument();
    const [waits, serves] = rows();
    expect(cells(waits)[1]).toContain('Waits for a node');
    expect(cells(waits)[1]).toContain(words);
    expect(cells(waits).slice(4)).toEqual(['–no data', '–no data', '–no data']);
    expect(cells(serves)[1]).toContain('Ready');
    const age = expect.stringMatching(/^1 hr.*2 restarts$/) as string;
    expect(cells(serves).slice(2)).toEqual(['gpu-11 GPUs', age, '3', '0', '73%']);
    expect(sdk.consoleFetchJSON).toHaveBeenCalledTimes(1);
  });

  it('watches the pods of the predictor of this model only', () => {
    show({ pods: [serving] });
    expect(jest.mocked(sdk.useK8sWatchResource).mock.lastCall?.[0]).toMatchObject({
      namespace: 'team-a',
      selector: { matchLabels: { 'serving.kserve.io/inferenceservice': 'llama', component: 'predictor' } },
    });
  });

  it('is sorted by the column that is chosen', async () => {
    show({ pods: [serving, aPendingPod('llama-predictor-a1')] });
    const button = within(screen.getByRole('columnheader', { name: 'Name' })).getByRole('button');
    await userEvent.click(button);
    await userEvent.click(button);
    expect(rows().map((row) => cells(row)[0])).toEqual(['llama-predictor-b2', 'llama-predictor-a1']);
  });

  it('keeps the pods when the numbers cannot be read, and says why', async () => {
    show({ pods: [serving], metricsError: Object.assign(new Error('Bad gateway'), { code: 502 }) });
    expect(await screen.findByText('Thanos cannot be reached')).toBeInTheDocument();
    expect(rows()).toHaveLength(1);
  });

  it.each<[string, Cluster, string]>([
    ['loading', { loaded: false }, 'Loading the pods'],
    ['without pods', {}, 'No pods'],
    ['without the right', { may: false }, 'You cannot see the pods here'],
    [
      'when the read fails',
      { loaded: false, error: Object.assign(new Error('no route'), { code: 500 }) },
      'The pods could not be read',
    ],
  ])('says so %s', (_what, cluster, text) => {
    show(cluster);
    expect(screen.getByText(text)).toBeInTheDocument();
    expect(screen.queryByRole('grid')).not.toBeInTheDocument();
  });
});
