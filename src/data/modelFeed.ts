import type { ServedModel } from '../resources/servedModel';
import { TooLate } from './change';

/** The newest state of one watched model, for those who wait for something to happen to it. */
export interface ModelFeed {
  push: (model: ServedModel) => void;
  /** Resolves as soon as the model satisfies the condition; rejects with TooLate after two minutes. */
  until: (condition: (model: ServedModel) => boolean) => Promise<ServedModel>;
}

// KServe, KEDA and the HPA need seconds; a rollout is not waited for.
const patienceMs = 120_000;

/** A feed without a model yet. */
export function createModelFeed(): ModelFeed {
  let newest: ServedModel | undefined;
  let waiting: ((model: ServedModel) => boolean)[] = [];
  return {
    push(model) {
      if (model === newest) return;
      newest = model;
      waiting = waiting.filter((meets) => !meets(model));
    },
    until: (condition) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting = waiting.filter((one) => one !== meets);
          reject(new TooLate(''));
        }, patienceMs);
        const meets = (model: ServedModel): boolean => {
          if (!condition(model)) return false;
          clearTimeout(timer);
          resolve(model);
          return true;
        };
        if (newest === undefined || !meets(newest)) waiting.push(meets);
      }),
  };
}
