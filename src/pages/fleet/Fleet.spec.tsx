import '../../jsdomGaps';
import * as sdk from '@openshift-console/dynamic-plugin-sdk';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { MemoryRouter, useLocation } from 'react-router';
import {
  aDeployment,
  aKedaHpa,
  aKserveHpa,
  anInferenceService,
  aPlainInferenceService,
  aScaledObject,
} from '../../resources/testObjects';
import { Fleet } from './Fleet';

jest.mock('../../i18n', () => ({
  useT: () => translate,
}));
jest.mock('@openshift-console/dynamic-plugin-sdk', () => ({
  useK8sWatchResource: jest.fn(),
  useK8sModel: jest.fn(),
  useAccessReview: jest.fn(),
  useUserPreference: jest.fn(),
  consoleFetchJSON: jest.fn(),
  k8sPatch: jest.fn(),
  k8sGet: jest.fn(),
  k8sListItems: jest.fn(),
  k8sDelete: jest.fn(),
}));

function translate(key: string, facts: Record<string, unknown> = {}) {
  return key.replaceAll(/\{\{(\w+)\}\}/g, (_whole, name: string) => String(facts[name]));
}

type Lists = Record<string, { data: unknown[]; loaded: boolean; loadError: unknown }>;

const list = (...data: unknown[]) => ({ data, loaded: true, loadError: '' });
const names = [
  'inferenceServices',
  'scaledObjects',
  'horizontalPodAutoscalers',
  'deployments',
  'pendingPods',
];
const llama = list(anInferenceService());

/** The list that a watch asks for; each list is watched by its kind. */
function watchedList(lists: object, watch: sdk.WatchK8sResource | null) {
  const kind = watch?.groupVersionKind?.kind ?? '';
  const name = kind === 'Pod' ? 'pendingPods' : `${kind.charAt(0).toLowerCase()}${kind.slice(1)}s`;
  return (lists as Record<string, { data: unknown[]; loaded: boolean; loadError: unknown }>)[name] ?? list();
}

function watches(lists: Partial<Lists>): Lists {
  return { ...Object.fromEntries(names.map((name) => [name, list()])), ...lists } as Lists;
}

const scaled = watches({
  inferenceServices: llama,
  scaledObjects: list(aScaledObject()),
  horizontalPodAutoscalers: list(aKedaHpa({ desiredReplicas: 2, currentReplicas: 2 })),
  deployments: list(aDeployment(2, 1)),
});

interface Surroundings {
  lists?: Lists;
  /** Verbs and plurals, such as "patch scaledobjects". */
  denied?: string[];
  keda?: boolean;
  metrics?: (url: string) => Promise<unknown>;
}

function vector(value: number) {
  return {
    data: {
      result: [{ metric: { namespace: 'team-a', service: 'llama-metrics' }, value: [0, String(value)] }],
    },
  };
}

function valueOf(asked: string) {
  if (asked.includes('allocatable')) return 32;
  return asked.includes('waiting') ? 7 : 12;
}

function Url() {
  return <div data-testid="url">{decodeURIComponent(useLocation().search)}</div>;
}

/** A preference that lives as long as the page. */
function usePreference(_key: string, usual: unknown) {
  return [...useState(usual), true];
}

function show({ lists = scaled, denied = [], keda = true, metrics }: Surroundings = {}, url = '/') {
  jest.mocked(sdk.useK8sWatchResource).mockImplementation((watch) => {
    const { data, loaded, loadError } = watchedList(lists, watch);
    return [data, loaded, loadError] as never;
  });
  jest.mocked(sdk.useK8sModel).mockImplementation((kind) => {
    const known = keda || typeof kind !== 'object' || kind.kind !== 'ScaledObject';
    return [(known ? {} : undefined) as never, false];
  });
  jest.mocked(sdk.useAccessReview).mockImplementation(({ verb = '', resource = '' }) => {
    return [!denied.includes(`${verb} ${resource}`), false];
  });
  jest.mocked(sdk.useUserPreference).mockImplementation(usePreference as never);
  const answer = (asked: string) =>
    Promise.resolve(asked.includes('query_range') ? { data: { result: [] } } : vector(valueOf(asked)));
  jest.mocked(sdk.consoleFetchJSON).mockImplementation(metrics ?? answer);
  return render(
    <MemoryRouter initialEntries={[url]}>
      <Fleet namespace="team-a" />
      <Url />
    </MemoryRouter>,
  );
}

async function row() {
  const cell = await screen.findByRole('link', { name: 'llama' });
  return screen.getByRole('row', { name: new RegExp(cell.textContent) });
}

describe('Fleet', () => {
  it('shows a model with its state, load, replicas and GPUs', async () => {
    show();
    const cells = within(await row());
    await cells.findByText('7 waiting');
    expect(cells.getByText('2 per replica')).toBeInTheDocument();
    expect(cells.getByText('12 running')).toBeInTheDocument();
    expect(cells.getByText('1 of 2')).toBeInTheDocument();
    expect(cells.getByText('between 1 and 3')).toBeInTheDocument();
    expect(cells.getByRole('switch', { name: 'Autoscaling of llama' })).toBeChecked();
    expect(cells.getByRole('link', { name: 'llama' })).toHaveAttribute(
      'href',
      '/llm-autoscaling/ns/team-a/inferenceservices/llama',
    );
  });

  it('tells no data from zero', async () => {
    show({ metrics: () => Promise.resolve({ data: { result: [] } }) });
    const cells = within(await row());
    expect(await cells.findByText('no data')).toBeInTheDocument();
    expect(cells.queryByText(/waiting/)).not.toBeInTheDocument();
  });

  it.each([
    [403, 'You are not allowed to read metrics here'],
    [502, 'Thanos cannot be reached'],
  ])('says why there are no numbers (%i), and shows the models all the same', async (code, words) => {
    show({ metrics: () => Promise.reject(Object.assign(new Error('HTTP'), { code })) });
    expect(await screen.findByText(new RegExp(words))).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'llama' })).toBeInTheDocument();
  });

  it('disables the switch and names the right that is missing', async () => {
    show({ denied: ['patch scaledobjects'] });
    const cells = within(await row());
    expect(cells.getByRole('switch')).toBeDisabled();
    expect(
      cells.getByText('You need the right to patch scaledobjects.keda.sh in the project team-a.'),
    ).toBeInTheDocument();
  });

  it('says that KEDA is missing', async () => {
    const noModel = { data: [], loaded: true, loadError: new Error('Model does not exist') };
    show({
      keda: false,
      lists: watches({ inferenceServices: list(aPlainInferenceService()), scaledObjects: noModel }),
    });
    const cells = within(await row());
    expect(await screen.findByText(/KEDA is not installed/, { selector: 'h4' })).toBeInTheDocument();
    expect(cells.getByRole('switch')).toBeDisabled();
  });

  it('pauses at once: the annotation goes onto the ScaledObject, tried first', async () => {
    jest.mocked(sdk.k8sPatch).mockResolvedValue({});
    jest.mocked(sdk.k8sGet).mockResolvedValue(aScaledObject());
    show();
    const cells = within(await row());
    await userEvent.click(cells.getByRole('switch'));
    await waitFor(() => {
      expect(sdk.k8sPatch).toHaveBeenCalledTimes(2);
    });
    const calls = jest.mocked(sdk.k8sPatch).mock.calls.map(([options]) => options);
    expect(calls.map(({ queryParams }) => queryParams?.dryRun)).toEqual(['All', undefined]);
    expect(calls[1]?.model.plural).toBe('scaledobjects');
    // Not done before the watch shows it.
    expect(cells.getByRole('switch')).toBeChecked();
    expect(cells.getByRole('switch')).toBeDisabled();
  });

  it('explains the restart before it turns the autoscaling on', async () => {
    show({
      lists: watches({
        inferenceServices: list(aPlainInferenceService()),
        horizontalPodAutoscalers: list(aKserveHpa()),
        deployments: list(aDeployment()),
      }),
    });
    jest.mocked(sdk.k8sPatch).mockClear();
    const cells = within(await row());
    await userEvent.click(cells.getByRole('switch'));
    const dialog = within(await screen.findByRole('dialog', { name: 'Turn on autoscaling of llama' }));
    expect(dialog.getByText(/All pods of the model restart/)).toBeInTheDocument();
    expect(dialog.getByText(/The HPA llama-predictor, which follows CPU, is removed/)).toBeInTheDocument();
    expect(sdk.k8sPatch).not.toHaveBeenCalled();
  });

  it('does not ask for a list that the user may not read', async () => {
    jest.mocked(sdk.useK8sWatchResource).mockClear();
    show({ denied: ['list inferenceservices'] });
    expect(await screen.findByText('You cannot see the models here')).toBeInTheDocument();
    expect(screen.getByText('list inferenceservices.serving.kserve.io')).toBeInTheDocument();
    const watched = jest.mocked(sdk.useK8sWatchResource).mock.calls.map(([watch]) => {
      return watch?.groupVersionKind?.kind;
    });
    expect(watched).toContain('Deployment');
    expect(watched).not.toContain('InferenceService');
  });

  it('searches by name and keeps the words in the URL', async () => {
    show();
    await row();
    await userEvent.type(screen.getByRole('textbox', { name: 'Search by name' }), 'mistral');
    expect(screen.queryByRole('link', { name: 'llama' })).not.toBeInTheDocument();
    expect(await screen.findByText('No model matches')).toBeInTheDocument();
    expect(screen.getByTestId('url')).toHaveTextContent('?name=mistral');
    expect(screen.getByRole('status')).toHaveTextContent('0 models are shown');
    await userEvent.click(screen.getByRole('button', { name: 'Clear all filters' }));
    expect(screen.getByRole('link', { name: 'llama' })).toBeInTheDocument();
    expect(screen.getByTestId('url')).toBeEmptyDOMElement();
  });

  it.each([
    ['the lists are on their way', { loaded: false, data: [], loadError: '' }, 'Loading the models'],
    [
      'the user may not list',
      { loaded: false, data: [], loadError: { code: 403 } },
      'You cannot see the models here',
    ],
    ['there are none', list(), 'No models'],
  ])('says what stands in the place of the table when %s', async (_what, inferenceServices, words) => {
    show({ lists: watches({ inferenceServices }) });
    expect(await screen.findByText(words)).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'llama' })).not.toBeInTheDocument();
  });
});
