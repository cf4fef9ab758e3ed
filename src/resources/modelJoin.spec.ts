import { createModelJoin, joinModels } from './joinModels';
import type { KubernetesObject } from './object';
import type { ClusterObjects } from './servedModel';
import {
  aDeployment,
  aKedaHpa,
  aKserveHpa,
  anInferenceService,
  aPendingPod,
  aScaledObject,
} from './testObjects';

/** Numbers below `limit`, the same ones for the same seed (a linear congruential generator). */
function dice(seed: number) {
  let state = seed;
  return (limit: number) => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

const models = ['llama', 'phi', 'granite'];
const namespaces = ['team-a', 'team-b'];

function placed<T extends KubernetesObject>(object: T, namespace: string, name: string): T {
  return { ...object, metadata: { ...object.metadata, namespace, name } };
}

/** Builders of one object each, some of which fit a model and some none. */
function makers(roll: (limit: number) => number) {
  const pick = (choices: readonly string[]) => choices[roll(choices.length)] ?? '';
  const place = () => [pick(namespaces), pick(models)] as const;
  return {
    inferenceServices: () => {
      const [namespace, name] = place();
      const predictor = roll(3) === 0 ? { name: 'blue' } : {};
      return placed(anInferenceService(predictor, { uid: `uid-${name}` }), namespace, name);
    },
    scaledObjects: () => {
      const [namespace, name] = place();
      const status = roll(2) === 0 ? {} : { hpaName: pick(['custom', `keda-hpa-${name}-predictor`]) };
      const spec = { scaleTargetRef: { name: `${pick(models)}-predictor` } };
      const own = aScaledObject(spec, {}, status);
      return placed(own, namespace, pick([`${name}-predictor`, 'http']));
    },
    horizontalPodAutoscalers: () => {
      const [namespace, name] = place();
      const hpa = roll(2) === 0 ? aKserveHpa() : aKedaHpa();
      return placed(hpa, namespace, pick(['custom', `keda-hpa-${name}-predictor`, `${name}-predictor`]));
    },
    deployments: () => {
      const [namespace, name] = place();
      return placed(aDeployment(), namespace, pick([`${name}-predictor`, `${name}-blue-predictor`]));
    },
    pendingPods: () => {
      const [namespace, name] = place();
      const pod = placed(aPendingPod(), namespace, `pod-${String(roll(4))}`);
      pod.metadata.labels = { 'serving.kserve.io/inferenceservice': name };
      return pod;
    },
  };
}

const named = ({ metadata }: KubernetesObject) => `${metadata.namespace ?? ''}/${metadata.name}`;

/** Adds, replaces or removes one object, as a watch does: the names of a list are unique. */
function step(objects: ClusterObjects, roll: (limit: number) => number): ClusterObjects {
  const kinds = Object.entries(makers(roll));
  const [list, make] = kinds[roll(kinds.length)] ?? kinds[0] ?? ['', () => aDeployment()];
  const before = (objects as unknown as Record<string, KubernetesObject[]>)[list] ?? [];
  const one: KubernetesObject = make();
  const at = before.findIndex((other) => named(other) === named(one));
  if (at < 0) return { ...objects, [list]: [...before, one] };
  return { ...objects, [list]: roll(2) === 0 ? before.toSpliced(at, 1) : before.with(at, one) };
}

describe('a join that is kept up', () => {
  it.each([1, 2, 3, 4, 5])('is always what a new join gives, at random changes (%i)', (seed) => {
    const roll = dice(seed);
    const join = createModelJoin();
    let objects = joinable();
    for (let count = 0; count < 400; count += 1) {
      objects = step(objects, roll);
      const kept = join(objects);
      const fresh = joinModels(objects);
      expect([...kept.keys()]).toEqual([...fresh.keys()]);
      for (const [key, model] of fresh) expect(kept.get(key)).toEqual(model);
    }
  });
});

function joinable(): ClusterObjects {
  return {
    inferenceServices: [],
    scaledObjects: [],
    horizontalPodAutoscalers: [],
    deployments: [],
    pendingPods: [],
  };
}
