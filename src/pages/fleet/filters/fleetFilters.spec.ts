import { aDeployment, anInferenceService, aScaledObject, aServedModel } from '../../../resources/testObjects';
import { fleetRow } from '../rows/fleetRow';
import { matchingRows, noFilters } from './fleetFilters';
import type { FleetFilters } from './fleetFilters';
import { standouts } from './standouts';

const paused = aScaledObject({}, { annotations: { 'autoscaling.keda.sh/paused': 'true' } });
const models = [
  {
    name: 'llama',
    inferenceService: anInferenceService({}, { labels: { tier: 'gold', team: 'chat=1' } }),
  },
  { name: 'phi', scaledObject: paused, deployment: aDeployment(0) },
  {
    name: 'granite',
    namespace: 'team-b',
    inferenceService: anInferenceService({}, { annotations: {}, labels: { tier: '' } }),
  },
];
const waiting = [7, 0, undefined];
const rows = models.map((parts, index) => {
  const model = aServedModel({ ...parts, key: `${parts.namespace ?? 'team-a'}/${parts.name}` });
  const count = waiting[index];
  return fleetRow(model, count === undefined ? {} : { waiting: count }, 0, []);
});

describe('matchingRows', () => {
  it.each<[string, Partial<FleetFilters>, string[]]>([
    ['nothing filters', {}, ['llama', 'phi', 'granite']],
    ['part of a name', { words: ' LLA ' }, ['llama']],
    ['part of a project', { words: 'team-b' }, ['granite']],
    ['words that nothing has', { words: 'x' }, []],
    ['one state', { states: ['paused'] }, ['phi']],
    ['any of the states', { states: ['paused', 'cpuAutoscaling', 'atMaximum'] }, ['phi']],
    ['the mode', { modes: ['hpa'] }, ['granite']],
    ['any of the modes', { modes: ['hpa', 'keda'] }, ['llama', 'phi', 'granite']],
    ['the project', { projects: ['team-b', 'team-c'] }, ['granite']],
    ['the key of a label', { labels: ['tier'] }, ['llama', 'granite']],
    ['a label with its value', { labels: ['tier=gold'] }, ['llama']],
    ['a label with an empty value', { labels: ['tier='] }, ['granite']],
    ['a value with an equals sign', { labels: ['team=chat=1'] }, ['llama']],
    ['all of the labels', { labels: ['tier', 'team'] }, ['llama']],
    ['those that are autoscaled', { standouts: ['autoscaled'] }, ['llama']],
    ['those where requests wait', { standouts: ['waiting'] }, ['llama']],
    ['those with GPUs', { standouts: ['gpus'] }, ['llama', 'granite']],
    ['two filters at once', { modes: ['keda'], standouts: ['gpus'] }, ['llama']],
  ])('lets through %s', (_what, filters, names) => {
    const found = matchingRows(rows, { ...noFilters, ...filters });
    expect(found.map(({ model }) => model.name)).toEqual(names);
  });

  it('knows each part of the strip', () => {
    expect(standouts).toEqual(['autoscaled', 'waiting', 'gpus', 'atMaximum', 'attention']);
  });
});
