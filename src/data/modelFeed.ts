import type { ServedModel } from '../resources/servedModel';

/** The newest state of one watched model, for those who wait for something to happen to it. */
export interface ModelFeed {
  push: (model: ServedModel) => void;
  /** Resolves as soon as the model satisfies the condition; never when it does not come to that. */
  until: (condition: (model: ServedModel) => boolean) => Promise<ServedModel>;
}

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
      new Promise((resolve) => {
        const meets = (model: ServedModel): boolean => {
          if (!condition(model)) return false;
          resolve(model);
          return true;
        };
        if (newest === undefined || !meets(newest)) waiting.push(meets);
      }),
  };
}
