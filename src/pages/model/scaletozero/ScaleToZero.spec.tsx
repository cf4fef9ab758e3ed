import '../../../jsdomGaps';
import * as sdk from '@openshift-console/dynamic-plugin-sdk';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Trigger } from '../../../resources/scaledObject';
import type { ServedModel } from '../../../resources/servedModel';
import { aDeployment, aScaledObject, aServedModel } from '../../../resources/testObjects';
import { ScaleToZero } from './ScaleToZero';

jest.mock('../../../i18n', () => ({ useT: () => translate }));
jest.mock('@openshift-console/dynamic-plugin-sdk', () => ({
  useAccessReview: jest.fn(),
  useK8sWatchResource: jest.fn(() => [pods, true, '']),
  consoleFetchJSON: jest.fn(),
  k8sPatch: jest.fn(),
  k8sDelete: jest.fn(),
  k8sGet: jest.fn(() => new Promise(() => undefined)),
}));

const pods: unknown[] = [];

function translate(key: string, facts: Record<string, unknown> = {}) {
  return key.replaceAll(/\{\{(\w+)\}\}/g, (_whole, name: string) => String(facts[name]));
}

const triggers = [
  { type: 'external-push', metadata: {} },
  { type: 'prometheus', metadata: { threshold: '2' } },
];

function sleeping(
  replicas = 0,
  annotations?: Record<string, string>,
  triggersOfIt: Trigger[] = triggers,
): ServedModel {
  return aServedModel({
    scaledObject: aScaledObject(
      { minReplicaCount: 0, cooldownPeriod: 600, triggers: triggersOfIt },
      annotations === undefined ? {} : { annotations },
    ),
    deployment: aDeployment(replicas),
  });
}

function show(model: ServedModel, allowed = true) {
  jest.mocked(sdk.useAccessReview).mockReturnValue([allowed, false]);
  return render(<ScaleToZero model={model} />);
}

describe('ScaleToZero', () => {
  beforeEach(() => {
    jest.mocked(sdk.k8sPatch).mockReset().mockResolvedValue({});
    jest
      .mocked(sdk.consoleFetchJSON)
      .mockReset()
      .mockReturnValue(new Promise(() => undefined));
  });

  it('says how long the first request waits, and wakes the model on request', async () => {
    jest.mocked(sdk.k8sGet).mockResolvedValue(sleeping().scaledObject ?? {});
    show(sleeping());
    expect(
      screen.getByText(/no request came for 10 min; .* waits 1 min to 1 min 30 sec/),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Warm up now' }));
    await waitFor(() => {
      expect(sdk.k8sPatch).toHaveBeenCalledTimes(2);
    });
    const [dryRun, write] = jest.mocked(sdk.k8sPatch).mock.calls.map(([options]) => options);
    expect(dryRun?.queryParams).toMatchObject({ dryRun: 'All' });
    expect(write?.data).toContainEqual(
      expect.objectContaining({ value: { 'autoscaling.keda.sh/force-activation': 'true' } }),
    );
  });

  it.each([
    [
      'sum(vllm:num_requests_waiting{namespace="team-a",service="llama-metrics"})',
      /^Nothing wakes it: .* set its minimum to 1/,
    ],
    ['sum(gateway_requests)', /^No request wakes it, only its query can/],
  ])('promises no first request where none wakes the model: %s', (query, words) => {
    show(sleeping(0, undefined, [{ type: 'prometheus', metadata: { query, threshold: '2' } }]));
    expect(screen.getByText(words)).toBeInTheDocument();
    expect(screen.queryByText(/first request/)).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Warm up now' })).toBeEnabled();
  });

  it('lets a model sleep again that no request wakes', () => {
    const byQuery = [{ type: 'prometheus', metadata: { threshold: '2' } }];
    show(sleeping(1, { 'autoscaling.keda.sh/force-activation': 'true' }, byQuery));
    expect(screen.getByRole('button', { name: 'Let it sleep' })).toBeEnabled();
  });

  it.each([
    [0, 'paused', 'Paused: no request wakes it before it is resumed.'],
    [0, 'paused-scale-out', 'Paused: no request wakes it before it is resumed.'],
    [1, 'paused', 'Paused: it does not go to zero before it is resumed.'],
    [1, 'paused-scale-in', 'Paused: it does not go to zero before it is resumed.'],
  ])('promises nothing at %d replicas where it is %s', (replicas, annotation, words) => {
    show(sleeping(replicas, { [`autoscaling.keda.sh/${annotation}`]: 'true' }));
    expect(screen.getByText(words)).toBeInTheDocument();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('does not wake what is awake', () => {
    show(sleeping(1));
    expect(screen.getByText(/It sleeps when/)).toBeInTheDocument();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('says what the last start took, also when the model sleeps again meanwhile', () => {
    const conditions = [{ type: 'Ready', status: 'True', lastTransitionTime: '2026-01-01T00:01:14Z' }];
    pods.push({
      metadata: { name: 'a', creationTimestamp: '2026-01-01T00:00:00Z' },
      status: { conditions },
    });
    const { rerender } = show(sleeping(1));
    expect(screen.getByText(/The last start took 1 min 14 sec/)).toBeInTheDocument();
    pods.length = 0;
    rerender(<ScaleToZero model={sleeping()} />);
    expect(screen.getByText(/The last start took 1 min 14 sec/)).toBeInTheDocument();
  });

  it.each([
    ['000111', '000011', 'The last start took about 1 min (1 min. ago).'],
    ['000111', '000111', 'The last start took less than 1 min (2 min. ago).'],
  ])(
    'says what was measured of the last start, in the project where only that may be asked',
    async (...facts) => {
      const [spec, available, words] = facts;
      const at = Date.now() / 1000;
      jest.spyOn(Date, 'now').mockReturnValue(at * 1000);
      const line = (name: string, text: string) => {
        const end = Math.floor(at / 60) * 60;
        const values = Array.from(text, (value, index) => [end - 60 * (text.length - 1 - index), value]);
        return { metric: { line: name }, values };
      };
      jest.mocked(sdk.consoleFetchJSON).mockResolvedValue({
        data: { result: [line('spec', spec), line('available', available)] },
      });
      show(sleeping(), false);
      expect(await screen.findByText(words, { exact: false })).toBeInTheDocument();
      const [url = ''] = jest.mocked(sdk.consoleFetchJSON).mock.lastCall ?? [];
      expect(url).toMatch(/^\/api\/prometheus-tenancy\/api\/v1\/query_range\?.*namespace=team-a/);
    },
  );

  it('lets it sleep again', async () => {
    show(sleeping(1, { 'autoscaling.keda.sh/force-activation': 'true' }));
    expect(screen.getByText(/Kept awake/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Let it sleep' }));
    expect(jest.mocked(sdk.k8sPatch).mock.calls[1]?.[0].data).toEqual([
      { op: 'remove', path: '/metadata/annotations/autoscaling.keda.sh~1force-activation' },
    ]);
  });

  it('says which right is missing', () => {
    show(sleeping(), false);
    expect(screen.getByRole('button', { name: 'Warm up now' })).toHaveAttribute('aria-disabled', 'true');
  });

  it('says nothing about a model that never sleeps', () => {
    const { container } = show(aServedModel());
    expect(container).toBeEmptyDOMElement();
  });
});
