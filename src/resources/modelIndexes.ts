import type { Deployment } from './deployment';
import type { HorizontalPodAutoscaler } from './horizontalPodAutoscaler';
import type { KubernetesObject } from './object';
import { ObjectIndex } from './objectIndex';
import type { Pod } from './pod';
import type { ScaledObject } from './scaledObject';

/** The objects around the models, by the names that a model looks them up with. */
export interface ModelIndexes {
  scaledObjectsByName: ObjectIndex<ScaledObject>;
  scaledObjectsByTarget: ObjectIndex<ScaledObject>;
  autoscalers: ObjectIndex<HorizontalPodAutoscaler>;
  deployments: ObjectIndex<Deployment>;
  pendingPods: ObjectIndex<Pod>;
}

/** Indexes without an object yet. */
export function emptyIndexes(): ModelIndexes {
  return {
    scaledObjectsByName: new ObjectIndex<ScaledObject>(nameOf),
    scaledObjectsByTarget: new ObjectIndex(targetOf),
    autoscalers: new ObjectIndex<HorizontalPodAutoscaler>(nameOf),
    deployments: new ObjectIndex<Deployment>(nameOf),
    pendingPods: new ObjectIndex(predictorOf),
  };
}

function nameOf({ metadata }: KubernetesObject): string {
  return metadata.name;
}

/** Name of the Deployment that a ScaledObject scales; undefined when it scales something else. */
export function targetOf({ spec: { scaleTargetRef } }: ScaledObject): string | undefined {
  return (scaleTargetRef.kind ?? 'Deployment') === 'Deployment' ? scaleTargetRef.name : undefined;
}

/**
 * Name of the InferenceService whose predictor a Pending pod runs; transformers carry another component label.
 * Undefined for all other pods.
 */
export function predictorOf({ metadata: { labels }, status }: Pod): string | undefined {
  if (status?.phase !== 'Pending' || (labels?.component ?? 'predictor') !== 'predictor') return undefined;
  return labels?.['serving.kserve.io/inferenceservice'];
}
