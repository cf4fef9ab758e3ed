import { applyPatch, deepClone, type Operation } from 'fast-json-patch';
import { autoscalerClassAnnotation } from '../resources/autoscalerClass';
import type { AutoScalingMetric, InferenceService, Predictor } from '../resources/inferenceService';
import { anInferenceService, aPlainInferenceService } from '../resources/testObjects';
import { readAutoscalingPolicy, samePolicy, type AutoscalingPolicy } from './autoscalingPolicy';
import type { PatchOperation } from './patchOperation';
import { policyPatch } from './policyPatch';
import { ownTrigger, type PolicyTrigger } from './trigger';

function patched(object: InferenceService, patch: PatchOperation[]): InferenceService {
  return applyPatch(object, patch as Operation[], true, false).newDocument;
}

/** Mulberry32: the same numbers at each run. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const model = { namespace: 'team-a', name: 'llama' };
const foreignMetrics: AutoScalingMetric[] = [
  { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } } },
  { type: 'PodMetric', podmetric: { metric: { backend: 'opentelemetry' } } },
  { type: 'External', external: { metric: { backend: 'graphite', query: 'g' }, target: { value: '1' } } },
];

class Generator {
  constructor(private readonly random: () => number) {}
  private whole(below: number): number {
    return Math.floor(this.random() * below);
  }
  private pick<T>(...values: T[]): T {
    return values[this.whole(values.length)] as T;
  }
  private maybe<T>(value: T): T | undefined {
    return this.random() < 0.5 ? value : undefined;
  }
  private threshold(): number {
    return this.pick(0.001, 0.1, 0.75, 1, 2, 2.5, 10, 1234.567);
  }
  private trigger(): PolicyTrigger {
    if (this.random() < 0.5) {
      return ownTrigger(this.pick('waiting', 'waitingAndRunning', 'kvCache'), model, this.threshold());
    }
    const namespace = this.maybe('team-a');
    const authentication = this.pick(undefined, { modes: 'bearer', name: 'a' }, { modes: 'tls,bearer' });
    return {
      kind: 'query',
      query: this.pick('sum(x)', 'max(y)', 'sum(rate(z[1m]))'),
      threshold: this.threshold(),
      serverAddress: this.pick('http://p:9090', 'https://thanos:9092'),
      ...(namespace === undefined ? {} : { namespace }),
      ...(authentication === undefined ? {} : { authentication }),
    };
  }
  policy(): AutoscalingPolicy {
    const minReplicas = 1 + this.whole(4);
    const mode = this.pick('keda', 'keda', 'keda', 'hpa', 'none');
    const bounds = { mode, minReplicas, maxReplicas: minReplicas + this.whole(4) } as const;
    if (mode !== 'keda') return { ...bounds, triggers: [] };
    const up = this.maybe(this.pick(0, 30, 3600));
    const down = this.maybe(this.pick(0, 60, 300));
    return {
      ...bounds,
      triggers: Array.from({ length: 1 + this.whole(3) }, () => this.trigger()),
      ...(up === undefined ? {} : { scaleUpWindowSeconds: up }),
      ...(down === undefined ? {} : { scaleDownWindowSeconds: down }),
    };
  }
  /** An object as others may have left it. */
  object(): InferenceService {
    const plain = aPlainInferenceService(this.random() < 0.3 ? { annotations: { a: 'b' } } : {});
    const started = this.random() < 0.2 ? plain : patched(plain, policyPatch(plain, this.policy()));
    const strange = deepClone(started) as InferenceService;
    this.meddle(strange.spec.predictor);
    return strange;
  }
  private meddle(predictor: Predictor): void {
    const { metrics, behavior } = predictor.autoScaling ?? {};
    if (this.random() < 0.4) metrics?.splice(this.whole(metrics.length + 1), 0, this.pick(...foreignMetrics));
    if (behavior?.scaleDown) behavior.scaleDown.policies = [{ type: 'Pods', value: 1, periodSeconds: 60 }];
    if (this.random() < 0.2) delete predictor.minReplicas;
    if (this.random() < 0.2) predictor.maxReplicas = 0;
    if (this.random() < 0.2)
      predictor.annotations = { [autoscalerClassAnnotation]: this.pick('none', 'keda') };
  }
}

function foreignIn({ spec }: InferenceService): AutoScalingMetric[] {
  const isOurs = ({ external }: AutoScalingMetric): boolean => external?.metric.backend === 'prometheus';
  return (spec.predictor.autoScaling?.metrics ?? []).filter((metric) => !isOurs(metric));
}

/** Everything but the policy. */
function rest(object: InferenceService): unknown {
  const { metadata, spec } = deepClone(object) as InferenceService;
  const { annotations = {} } = metadata;
  const predictor: Record<string, unknown> = { ...spec.predictor };
  Reflect.deleteProperty(annotations, autoscalerClassAnnotation);
  for (const field of ['minReplicas', 'maxReplicas', 'autoScaling', 'annotations']) {
    Reflect.deleteProperty(predictor, field);
  }
  return { metadata: { ...metadata, annotations }, predictor };
}

const stored = readAutoscalingPolicy(anInferenceService());

it('gets from any object to any policy, keeps what is not ours, and has nothing to do after it', () => {
  const generator = new Generator(randomNumbers(20260822));
  let changes = 0;
  for (let pair = 0; pair < 3000; pair += 1) {
    const object = generator.object();
    const wanted = generator.policy();
    const patch = policyPatch(object, wanted);
    const after = patched(object, patch);
    expect(readAutoscalingPolicy(after)).toEqual(wanted);
    expect(samePolicy(readAutoscalingPolicy(after), wanted)).toBe(true);
    expect(policyPatch(after, wanted)).toEqual([]);
    expect(rest(after)).toEqual(rest(object));
    const foreign = after.spec.predictor.autoScaling === undefined ? [] : foreignIn(object);
    expect(foreignIn(after)).toEqual(foreign);
    changes += patch.length === 0 ? 0 : 1;
  }
  expect(changes).toBeGreaterThan(2500);
});

it('is refused when somebody changed meanwhile what it changes', () => {
  const generator = new Generator(randomNumbers(7));
  const pairs = Array.from({ length: 1000 }, () => {
    const object = generator.object();
    return { object, patch: policyPatch(object, generator.policy()) };
  });
  const touching = pairs.filter(({ patch }) =>
    patch.some(({ path }) => path.includes('/autoScaling') || path.endsWith('/minReplicas')),
  );
  expect(touching.length).toBeGreaterThan(500);
  for (const { object, patch } of touching) {
    const moved = deepClone(object) as InferenceService;
    moved.spec.predictor.autoScaling = { metrics: [{ type: 'Resource' }] };
    moved.spec.predictor.minReplicas = 77;
    moved.metadata.resourceVersion = '8';
    expect(() => patched(moved, patch)).toThrow('Test operation failed');
  }
});

it('goes through when only something else changed meanwhile', () => {
  const object = anInferenceService();
  const patch = policyPatch(object, { ...stored, maxReplicas: 9 });
  const moved = anInferenceService({ model: {} }, { resourceVersion: '8' });
  expect(readAutoscalingPolicy(patched(moved, patch)).maxReplicas).toBe(9);
});

const paths = (patch: PatchOperation[]): string[] => patch.map(({ op, path }) => `${op} ${path}`);

it.each<[string, Partial<AutoscalingPolicy>, string[]]>([
  ['nothing', {}, []],
  [
    'the maximum',
    { maxReplicas: 6 },
    ['test /spec/predictor/maxReplicas', 'add /spec/predictor/maxReplicas'],
  ],
  [
    'a threshold',
    { triggers: stored.triggers.map((trigger) => ({ ...trigger, threshold: 5 })) },
    [
      'test /spec/predictor/autoScaling/metrics',
      'add /spec/predictor/autoScaling/metrics/0/external/target/value',
      'add /spec/predictor/autoScaling/metrics/0/external/target/averageValue',
    ],
  ],
  [
    'one more trigger',
    { triggers: [...stored.triggers, ownTrigger('kvCache', model, 0.8)] },
    ['test /spec/predictor/autoScaling/metrics', 'add /spec/predictor/autoScaling/metrics/1'],
  ],
  [
    'a window',
    { scaleDownWindowSeconds: 60 },
    ['test /spec/predictor/autoScaling', 'add /spec/predictor/autoScaling/behavior'],
  ],
])('writes only what differs: %s', (_case, change, expected) => {
  expect(paths(policyPatch(anInferenceService(), { ...stored, ...change }))).toEqual(expected);
});

it('takes the first of two triggers out without touching the second', () => {
  const second = { ...ownTrigger('kvCache', model, 0.8) };
  const two = patched(
    anInferenceService(),
    policyPatch(anInferenceService(), { ...stored, triggers: [...stored.triggers, second] }),
  );
  expect(paths(policyPatch(two, { ...stored, triggers: [second] }))).toEqual([
    'test /spec/predictor/autoScaling/metrics',
    'remove /spec/predictor/autoScaling/metrics/0',
  ]);
});

it('leaves KEDA with annotation and spec in one patch', () => {
  const patch = policyPatch(anInferenceService(), {
    mode: 'none',
    minReplicas: 2,
    maxReplicas: 2,
    triggers: [],
  });
  expect(paths(patch)).toEqual([
    'test /metadata/resourceVersion',
    'add /metadata/annotations/serving.kserve.io~1autoscalerClass',
    'add /spec/predictor/minReplicas',
    'add /spec/predictor/maxReplicas',
    'remove /spec/predictor/autoScaling',
  ]);
});
