import type { ServedModel } from '../resources/servedModel';
import { useFleet } from './useFleet';
import type { Fleet } from './useFleet';

/** One model of a project. */
export interface WatchedModel extends Omit<Fleet, 'models'> {
  /** Undefined while loading, and when there is no such model. */
  model?: ServedModel;
  /** All models of the project, by namespace/name. */
  neighbours: ReadonlyMap<string, ServedModel>;
}

/** Watches one model. It shares the watches of the project's fleet, so that a visit from there shows at once. */
export function useServedModel(namespace: string, name: string): WatchedModel {
  const { models, ...rest } = useFleet(namespace);
  const model = models.get(`${namespace}/${name}`);
  return { ...rest, neighbours: models, ...(model === undefined ? {} : { model }) };
}
