import type { Deployment } from '../../../src/resources/deployment';
import type { Pod } from '../../../src/resources/pod';
import { byDispensability, planRollout, rolloutLimits } from './rollout';
import { hashLabel, templateHash } from './template';

type State = 'ready' | 'loading' | 'pending';

function aDeployment(replicas: number, strategy?: Deployment['spec']['strategy']): Deployment {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'llama-predictor', namespace: 'team-a' },
    spec: {
      replicas,
      selector: { matchLabels: { app: 'llama' } },
      template: { metadata: { labels: { app: 'llama' } }, spec: { containers: [{ name: 'c' }] } },
      ...(strategy === undefined ? {} : { strategy }),
    },
  };
}

function aPod(name: string, hash: string, state: State): Pod {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, labels: { [hashLabel]: hash } },
    spec: { containers: [{ name: 'c' }], ...(state === 'pending' ? {} : { nodeName: 'gpu-0' }) },
    status: {
      phase: state === 'pending' ? 'Pending' : 'Running',
      conditions: [{ type: 'Ready', status: state === 'ready' ? 'True' : 'False' }],
    },
  };
}

const pods = (hash: string, states: readonly State[]): Pod[] =>
  states.map((state, index) => aPod(`${hash}-${String(index)}`, hash, state));

describe('planRollout', () => {
  it.each<[string, number, State[], State[], number, string[]]>([
    ['scales up', 3, ['ready'], [], 2, []],
    ['keeps what is right', 2, ['ready', 'loading'], [], 0, []],
    ['scales down the pending pod first', 1, ['ready', 'pending'], [], 0, ['new-1']],
    ['scales to zero', 0, ['ready'], [], 0, ['new-0']],
    ['starts an update with one more pod', 1, [], ['ready'], 1, []],
    ['waits while the new pod has no GPU', 1, ['pending'], ['ready'], 0, []],
    ['waits while the new pod loads', 1, ['loading'], ['ready'], 0, []],
    ['removes the old pod when the new one serves', 1, ['ready'], ['ready'], 0, ['old-0']],
    ['starts an update beside an old pod that does not serve', 1, [], ['pending'], 1, []],
    ['gives up what was stuck once the new pod serves', 1, ['ready'], ['pending'], 0, ['old-0']],
    ['updates four with one missing and one more', 4, [], ['ready', 'ready', 'ready', 'ready'], 1, ['old-0']],
  ])('%s', (_what, replicas, fresh, old, create, remove) => {
    const all = [...pods('new', fresh), ...pods('old', old)];
    const plan = planRollout(aDeployment(replicas), all, 'new');
    expect({ create: plan.create, remove: plan.remove.map(({ metadata }) => metadata.name) }).toEqual({
      create,
      remove,
    });
  });

  it('stops all old pods first under Recreate', () => {
    const plan = planRollout(aDeployment(1, { type: 'Recreate' }), pods('old', ['ready']), 'new');
    expect(plan.create).toBe(0);
    expect(plan.remove).toHaveLength(1);
  });
});

describe('rolloutLimits', () => {
  it.each([
    [1, undefined, 1, 0],
    [3, undefined, 1, 0],
    [4, undefined, 1, 1],
    [5, undefined, 2, 1],
    [3, { type: 'RollingUpdate', rollingUpdate: { maxSurge: 0, maxUnavailable: 0 } }, 0, 1],
    [3, { type: 'RollingUpdate', rollingUpdate: { maxSurge: 0, maxUnavailable: 2 } }, 0, 2],
    [3, { type: 'Recreate' }, 0, 3],
  ])('of %s replicas with %j', (replicas, strategy, maxSurge, maxUnavailable) => {
    expect(rolloutLimits(aDeployment(replicas, strategy))).toEqual({ maxSurge, maxUnavailable });
  });
});

it('orders pods by how little they are missed', () => {
  const all = [aPod('a', 'new', 'ready'), aPod('b', 'new', 'loading'), aPod('c', 'new', 'pending')];
  expect(byDispensability(all).map(({ metadata }) => metadata.name)).toEqual(['c', 'b', 'a']);
});

it('changes the hash with an annotation of the template, but not with the order of fields', () => {
  const deployment = aDeployment(1);
  const { template } = deployment.spec;
  const turned = {
    ...deployment,
    spec: { ...deployment.spec, template: { spec: template.spec, metadata: template.metadata ?? {} } },
  };
  const changed = structuredClone(deployment);
  changed.spec.template.metadata = { ...template.metadata, annotations: { note: 'x' } };
  expect(templateHash(turned)).toBe(templateHash(deployment));
  expect(templateHash(changed)).not.toBe(templateHash(deployment));
});
