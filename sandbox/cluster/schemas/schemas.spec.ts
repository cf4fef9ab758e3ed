import type { Schema as JudgedSchema } from '@cfworker/json-schema';
import { Validator } from '@cfworker/json-schema';
import { definitionsOf, kedaCrds, kserveCrds } from '../crds';
import type { StoredObject } from '../definition';
import { crdsFound, realCrd } from './realCrds';
import type { Schema } from '../structural';
import { prune } from '../pruning';
import { validate } from '../structural';

const trigger = { type: 'prometheus', metadata: { query: 'x', threshold: '2' } };
const ref = { name: 'd' };
const so = (change: object = {}): object => ({ scaleTargetRef: ref, triggers: [trigger], ...change });
const up = { stabilizationWindowSeconds: 0, policies: [{ type: 'Pods', value: 1, periodSeconds: 60 }] };

const scaledObjects: [name: string, content: object][] = [
  ['plain', { spec: so() }],
  ['no spec', {}],
  ['no triggers', { spec: { scaleTargetRef: ref } }],
  ['empty triggers', { spec: so({ triggers: [] }) }],
  ['no target', { spec: { triggers: [trigger] } }],
  ['empty target name', { spec: so({ scaleTargetRef: { name: '' } }) }],
  ['bounds', { spec: so({ minReplicaCount: 0, maxReplicaCount: 4, idleReplicaCount: 0 }) }],
  ['max of 0', { spec: so({ maxReplicaCount: 0 }) }],
  ['min below 0', { spec: so({ minReplicaCount: -1 }) }],
  ['max as text', { spec: so({ maxReplicaCount: '4' }) }],
  ['max with a fraction', { spec: so({ maxReplicaCount: 2.5 }) }],
  ['polling of 0', { spec: so({ pollingInterval: 0 }) }],
  ['threshold as a number', { spec: so({ triggers: [{ ...trigger, metadata: { threshold: 2 } }] }) }],
  ['trigger without metadata', { spec: so({ triggers: [{ type: 'cpu' }] }) }],
  ['trigger of no type', { spec: so({ triggers: [{ ...trigger, type: '' }] }) }],
  ['authentication', { spec: so({ triggers: [{ ...trigger, authenticationRef: { name: 'a' } }] }) }],
  ['authentication without a name', { spec: so({ triggers: [{ ...trigger, authenticationRef: {} }] }) }],
  [
    'authentication of another kind',
    { spec: so({ triggers: [{ ...trigger, authenticationRef: { name: 'a', kind: 'Secret' } }] }) },
  ],
  ['fallback', { spec: so({ fallback: { failureThreshold: 3, replicas: 2 } }) }],
  ['fallback without replicas', { spec: so({ fallback: { failureThreshold: 3 } }) }],
  [
    'fallback of another behavior',
    { spec: so({ fallback: { failureThreshold: 3, replicas: 2, behavior: 'hold' } }) },
  ],
  [
    'behavior',
    {
      spec: so({ advanced: { horizontalPodAutoscalerConfig: { behavior: { scaleUp: up, scaleDown: up } } } }),
    },
  ],
  [
    'policy without a value',
    {
      spec: so({
        advanced: {
          horizontalPodAutoscalerConfig: { behavior: { scaleUp: { policies: [{ type: 'Pods' }] } } },
        },
      }),
    },
  ],
  [
    'tolerance that is no quantity',
    {
      spec: so({
        advanced: { horizontalPodAutoscalerConfig: { behavior: { scaleUp: { tolerance: 'much' } } } },
      }),
    },
  ],
  ['modifiers', { spec: so({ advanced: { scalingModifiers: { formula: 'a', target: '2' } } }) }],
  [
    'modifiers of another type',
    { spec: so({ advanced: { scalingModifiers: { metricType: 'Utilization' } } }) },
  ],
  ['unknown fields', { spec: so({ bogus: 1, scaleTargetRef: { name: 'd', typo: true } }), other: {} }],
  [
    'status',
    {
      spec: so(),
      status: {
        conditions: [{ type: 'Ready', status: 'True', reason: 'r', message: 'm' }],
        lastActiveTime: '2026-01-01T00:00:00Z',
        health: { s0: { numberOfFailures: 1, status: 'Failing' } },
        triggersActivity: { s0: { isActive: true } },
        scaleTargetGVKR: { group: 'apps', version: 'v1', kind: 'Deployment', resource: 'deployments' },
        mine: 1,
      },
    },
  ],
  ['status without a condition type', { spec: so(), status: { conditions: [{ status: 'True' }] } }],
  ['status with a time that is none', { spec: so(), status: { lastActiveTime: 'now' } }],
  ['status with half a target', { spec: so(), status: { scaleTargetGVKR: { kind: 'Deployment' } } }],
];

const metric = (external: object = {}): object => ({
  type: 'External',
  external: {
    metric: { backend: 'prometheus', serverAddress: 'http://x', query: 'q' },
    target: { type: 'AverageValue', averageValue: '2' },
    ...external,
  },
});
const predictor = (change: object = {}): object => ({ spec: { predictor: { minReplicas: 1, ...change } } });
const scaling = (...metrics: object[]): object => predictor({ autoScaling: { metrics } });
const model = { modelFormat: { name: 'vLLM' }, runtime: 'r', storageUri: 'oci://x' };

const inferenceServices: [name: string, content: object][] = [
  ['plain', predictor({ maxReplicas: 3, model })],
  ['no predictor', { spec: {} }],
  ['min as text', predictor({ minReplicas: '1' })],
  ['scale metric', predictor({ scaleMetric: 'rps', scaleTarget: 3, scaleMetricType: 'Value' })],
  ['another scale metric', predictor({ scaleMetric: 'gpu' })],
  ['another scale metric type', predictor({ scaleMetricType: 'Percent' })],
  ['metric', scaling(metric())],
  ['metric with a number', scaling(metric({ target: { type: 'Value', value: 2 } }))],
  ['metric with a fraction', scaling(metric({ target: { type: 'Value', value: 2.5 } }))],
  ['metric with a fraction as text', scaling(metric({ target: { type: 'Value', value: '2.5' } }))],
  ['metric with a value that is no quantity', scaling(metric({ target: { value: 'two' } }))],
  ['metric without a target type', scaling(metric({ target: { averageValue: '2' } }))],
  ['metric of another target type', scaling(metric({ target: { type: 'Average' } }))],
  ['metric without a target', scaling({ type: 'External', external: { metric: {} } })],
  ['metric without a type', scaling({ external: {} })],
  ['metric of another type', scaling({ type: 'Pods' })],
  ['metric of another backend', scaling(metric({ metric: { backend: 'influx' } }))],
  [
    'metric with authentication',
    scaling(metric({ authenticationRef: { authModes: 'bearer', authenticationRef: { name: 'a' } } })),
  ],
  ['metric with half an authentication', scaling(metric({ authenticationRef: { authModes: 'bearer' } }))],
  [
    'pod metric',
    scaling({ type: 'PodMetric', podmetric: { metric: { backend: 'opentelemetry' }, target: {} } }),
  ],
  [
    'pod metric of another backend',
    scaling({ type: 'PodMetric', podmetric: { metric: { backend: 'x' }, target: {} } }),
  ],
  [
    'resource metric',
    scaling({ type: 'Resource', resource: { name: 'cpu', target: { averageUtilization: 80 } } }),
  ],
  ['resource metric of another name', scaling({ type: 'Resource', resource: { name: 'gpu', target: {} } })],
  ['behavior', predictor({ autoScaling: { behavior: { scaleDown: up } } })],
  ['annotations', predictor({ annotations: { a: 'b' } })],
  ['annotation that is no text', predictor({ annotations: { a: true } })],
  ['strategy', predictor({ deploymentStrategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1 } } })],
  ['model without a format name', predictor({ model: { modelFormat: {} } })],
  ['resources', predictor({ model: { ...model, resources: { limits: { 'nvidia.com/gpu': '1' } } } })],
  ['resources that are no quantity', predictor({ model: { ...model, resources: { limits: { cpu: 'a' } } } })],
  ['arguments that are no text', predictor({ model: { ...model, args: [1] } })],
  [
    'typing errors',
    predictor({ maxReplica: 3, autoScaling: { metric: [] }, model: { ...model, runtme: 'x' } }),
  ],
  ['pod fields', predictor({ tolerations: [{ key: 'gpu' }], nodeSelector: { a: 'b' }, timeout: 60 })],
  [
    'status',
    {
      ...predictor(),
      status: {
        conditions: [{ type: 'Ready', status: 'True', severity: 'Info' }],
        modelStatus: { transitionStatus: 'UpToDate', copies: { totalCopies: 1 }, states: {} },
        components: { predictor: { url: 'http://x', latestCreatedRevision: '1' } },
        anything: { at: 'all' },
      },
    },
  ],
  ['status of another transition', { ...predictor(), status: { modelStatus: { transitionStatus: 'Done' } } }],
  [
    'status of another state',
    { ...predictor(), status: { modelStatus: { states: { activeModelState: 'Up' } } } },
  ],
  ['status with half a condition', { ...predictor(), status: { conditions: [{ type: 'Ready' }] } }],
];

const secret = { parameter: 'p', name: 'n', key: 'k' };
const triggerAuthentications: [name: string, content: object][] = [
  ['plain', { spec: { secretTargetRef: [secret] } }],
  ['no spec', {}],
  ['no key', { spec: { secretTargetRef: [{ parameter: 'p', name: 'n' }] } }],
  ['unknown field', { spec: { secretTargetRef: [secret], secretRef: [] } }],
];

function schemaOf(crd: StoredObject): Schema {
  const [definition] = definitionsOf(crd);
  if (definition?.schema === undefined) throw new Error(`${crd.metadata.name} has no schema`);
  return definition.schema;
}

/** What becomes of an object under a schema: its defaults and which fields are dropped. */
function pruned(schema: Schema, content: object): { kept: unknown; unknown: string[] } {
  const unknown: string[] = [];
  const kept = prune(schema, content, unknown);
  return { kept, unknown: unknown.sort() };
}

(crdsFound ? describe : describe.skip)('the schemas judge as the real CRDs do', () => {
  describe.each([
    ['keda.sh', 'scaledobjects', kedaCrds[0], scaledObjects],
    ['keda.sh', 'triggerauthentications', kedaCrds[1], triggerAuthentications],
    ['serving.kserve.io', 'inferenceservices', kserveCrds[0], inferenceServices],
  ] as const)('%s %s', (group, plural, crd, table) => {
    let real: Schema;
    let judge: Validator;
    let served: Schema;
    beforeAll(() => {
      real = schemaOf(realCrd(group, plural));
      judge = new Validator(real as JudgedSchema, '4');
      if (crd === undefined) throw new Error(`${plural} has no counterpart`);
      served = schemaOf(crd);
    }, 60_000);

    it.each(table)('%s', (_name, content) => {
      const ours = pruned(served, content);
      expect(ours).toEqual(pruned(real, content));
      const fits = judge.validate(ours.kept).valid;
      expect({ fits: validate(served, ours.kept).length === 0 }).toEqual({ fits });
    });

    it('has objects of both kinds in its table', () => {
      const verdicts = new Set(table.map(([, content]) => judge.validate(pruned(real, content).kept).valid));
      expect([...verdicts].sort()).toEqual([false, true]);
    });
  });
});
