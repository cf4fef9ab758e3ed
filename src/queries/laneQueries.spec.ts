import { aPlainInferenceService, aServedModel } from '../resources/testObjects';
import type { ServedModel } from '../resources/servedModel';
import { combined } from './combined';
import { laneQueries, queryGroups } from './laneQueries';
import type { LaneQueryOptions } from './laneQueries';

const near: LaneQueryOptions = { step: 15, measure: 'ttft', clusterWide: true };

function names(...parameters: Parameters<typeof laneQueries>) {
  return laneQueries(...parameters).map(([name]) => name);
}

it.each([
  ['requests', ['waiting', 'running']],
  ['replicas', ['replicas', 'available', 'desired', 'min', 'max']],
  ['pods', ['pending', 'unschedulable', 'running', 'ready', 'failing']],
  ['gpus', ['allocated', 'pending', 'allocatable']],
  ['latency', ['p50', 'p95']],
  ['engines', ['kv', 'generated', 'read']],
  ['trigger', ['trigger']],
] as const)('asks for %s in one query', (group, lines) => {
  expect(names(aServedModel(), group, near)).toEqual(lines);
});

it('leaves out nodes where they cannot be seen', () => {
  expect(names(aServedModel(), 'gpus', { ...near, clusterWide: false })).toEqual(['allocated', 'pending']);
});

it('asks the trigger’s own words, and nothing where there is no trigger', () => {
  const model = aServedModel();
  expect(laneQueries(model, 'trigger', near)[0]?.[1]).toBe(
    model.scaledObject?.spec.triggers[0]?.metadata.query,
  );
  const plain: ServedModel = {
    key: 'team-a/llama',
    namespace: 'team-a',
    name: 'llama',
    inferenceService: aPlainInferenceService(),
    pendingPods: [],
  };
  expect(laneQueries(plain, 'trigger', near)).toEqual([]);
});

it('shows the peaks of gauges when a point stands for more than a minute', () => {
  expect(laneQueries(aServedModel(), 'requests', { ...near, step: 600 })[0]?.[1]).toMatch(/^max_over_time/);
});

it.each(queryGroups)('keeps the request for %s short enough for a GET', (group) => {
  const query = combined(laneQueries(aServedModel(), group, near));
  expect(new URLSearchParams({ query }).toString().length).toBeLessThan(4000);
});
