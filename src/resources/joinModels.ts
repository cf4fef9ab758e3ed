import type { InferenceService } from './inferenceService';
import { joinModel, kedaHpaName } from './joinModel';
import { listChanges } from './listChanges';
import type { ListChanges } from './listChanges';
import { emptyIndexes, predictorOf, targetOf } from './modelIndexes';
import type { ModelIndexes } from './modelIndexes';
import type { KubernetesObject } from './object';
import type { ObjectIndex } from './objectIndex';
import { predictorNames } from './predictorNames';
import type { ClusterObjects, ServedModel } from './servedModel';

/** Joins the lists, as they are now, into one entry per InferenceService. */
export type ModelJoin = (objects: ClusterObjects) => ReadonlyMap<string, ServedModel>;

const nothing: ClusterObjects = {
  inferenceServices: [],
  scaledObjects: [],
  horizontalPodAutoscalers: [],
  deployments: [],
  pendingPods: [],
};

function keyOf({ metadata: { namespace, name } }: KubernetesObject): string {
  return `${namespace ?? ''}/${name}`;
}

function apply<T extends KubernetesObject>(
  { added, removed }: ListChanges<T>,
  indexes: readonly ObjectIndex<T>[],
): void {
  for (const index of indexes) {
    for (const object of removed) index.remove(object);
    for (const object of added) index.add(object);
  }
}

const nobody: readonly string[] = [];

/** Which models look for an object, by the name under which they do; most names belong to one model. */
class Readers {
  private readonly keys = new Map<string, readonly string[]>();

  add(namespace: string, name: string, key: string): void {
    const place = `${namespace}/${name}`;
    const known = this.keys.get(place) ?? nobody;
    if (!known.includes(key)) this.keys.set(place, [...known, key]);
  }

  of(object: KubernetesObject, name: string | undefined): readonly string[] {
    return name === undefined
      ? nobody
      : (this.keys.get(`${object.metadata.namespace ?? ''}/${name}`) ?? nobody);
  }
}

/**
 * A join that is kept up: keyed namespace/name, in the order of the InferenceServices. Of each list only what changed
 * identity is looked at, and only the models that it touches are joined anew; all others keep their identity. When
 * only other objects changed and touched nothing, so does the whole map.
 */
export function createModelJoin(): ModelJoin {
  const indexes: ModelIndexes = emptyIndexes();
  const byPredictor = new Readers();
  const byHpa = new Readers();
  let lists = nothing;
  let models: ReadonlyMap<string, ServedModel> = new Map();

  function touchedBy(objects: ClusterObjects): Set<string> {
    const touched = new Set<string>();
    const touch = (keys: Iterable<string>): void => {
      for (const key of keys) touched.add(key);
    };
    function changed<T extends KubernetesObject>(
      changes: ListChanges<T>,
      readersOf: (object: T) => Iterable<string>,
    ): ListChanges<T> {
      for (const object of changes.added) touch(readersOf(object));
      for (const object of changes.removed) touch(readersOf(object));
      return changes;
    }
    const { scaledObjectsByName, scaledObjectsByTarget, autoscalers, deployments, pendingPods } = indexes;
    apply(
      changed(listChanges(lists.scaledObjects, objects.scaledObjects), (scaledObject) => [
        ...byPredictor.of(scaledObject, targetOf(scaledObject)),
        ...byPredictor.of(scaledObject, scaledObject.metadata.name),
      ]),
      [scaledObjectsByName, scaledObjectsByTarget],
    );
    apply(
      changed(listChanges(lists.horizontalPodAutoscalers, objects.horizontalPodAutoscalers), (hpa) => [
        ...byHpa.of(hpa, hpa.metadata.name),
        ...byPredictor.of(hpa, hpa.metadata.name),
      ]),
      [autoscalers],
    );
    apply(
      changed(listChanges(lists.deployments, objects.deployments), (deployment) =>
        byPredictor.of(deployment, deployment.metadata.name),
      ),
      [deployments],
    );
    apply(
      changed(listChanges(lists.pendingPods, objects.pendingPods), (pod) => {
        const name = predictorOf(pod);
        return name === undefined ? [] : [`${pod.metadata.namespace ?? ''}/${name}`];
      }),
      [pendingPods],
    );
    for (const one of listChanges(lists.inferenceServices, objects.inferenceServices).added) {
      const { namespace = '' } = one.metadata;
      for (const name of predictorNames(one)) byPredictor.add(namespace, name, keyOf(one));
      touched.add(keyOf(one));
    }
    return touched;
  }

  function joined(key: string, inferenceService: InferenceService): ServedModel {
    const before = models.get(key);
    const model = joinModel(inferenceService, indexes, before);
    if (model.scaledObject !== undefined && model.scaledObject !== before?.scaledObject) {
      byHpa.add(model.namespace, kedaHpaName(model.scaledObject), key);
    }
    return model;
  }

  /** The same models in the same order, some of them anew. */
  function withTouched(touched: ReadonlySet<string>): ReadonlyMap<string, ServedModel> {
    let next: Map<string, ServedModel> | undefined;
    for (const key of touched) {
      const before = models.get(key);
      const model = before && joined(key, before.inferenceService);
      if (model === undefined || model === before) continue;
      next ??= new Map(models);
      next.set(key, model);
    }
    return next ?? models;
  }

  function inOrder(
    inferenceServices: readonly InferenceService[],
    touched: ReadonlySet<string>,
  ): ReadonlyMap<string, ServedModel> {
    const next = new Map<string, ServedModel>();
    for (const inferenceService of inferenceServices) {
      const key = keyOf(inferenceService);
      const before = models.get(key);
      const stays = before !== undefined && !touched.has(key);
      next.set(key, stays ? before : joined(key, inferenceService));
    }
    return next;
  }

  return (objects) => {
    const touched = touchedBy(objects);
    const sameModels = lists.inferenceServices === objects.inferenceServices;
    lists = objects;
    models = sameModels ? withTouched(touched) : inOrder(objects.inferenceServices, touched);
    return models;
  };
}

/** Joins the lists once. */
export function joinModels(objects: ClusterObjects): ReadonlyMap<string, ServedModel> {
  return createModelJoin()(objects);
}
