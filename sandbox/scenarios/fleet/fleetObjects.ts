import type { Deployment } from '../../../src/resources/deployment';
import type { HorizontalPodAutoscaler } from '../../../src/resources/horizontalPodAutoscaler';
import type { InferenceService } from '../../../src/resources/inferenceService';
import type { Pod } from '../../../src/resources/pod';
import type { ScaledObject } from '../../../src/resources/scaledObject';
import { inferenceServiceStatus } from '../../controllers/kserve/status';
import type { ServingRuntime } from '../../controllers/kserve/podTemplate';
import { inferenceServiceObject, servingRuntimeObject } from '../objects';
import { fleetHpa, fleetScaledObject } from './autoscalers';
import type { ReplicaSet } from '../../controllers/deployment/replicaSet';
import type { FleetModel } from './fleetModels';
import { born } from './identity';
import type { Places } from './workload';
import { fleetWorkload } from './workload';

/** A model with all that hangs on it, as the controllers would have left it. */
export interface FleetObjects {
  model: FleetModel;
  service: InferenceService;
  deployment: Deployment;
  replicaSet: ReplicaSet;
  pods: Pod[];
  scaledObject: ScaledObject | undefined;
  hpa: HorizontalPodAutoscaler | undefined;
}

/** The ServingRuntime that all models of a project share. */
export const sharedRuntime = 'vllm';

/** The ServingRuntime of a project. */
export function projectRuntime(model: FleetModel, since: string): ServingRuntime {
  // KServe puts the name of each model where the placeholder is.
  const made = servingRuntimeObject({ ...model, name: '{{.Name}}' }) as ServingRuntime;
  const metadata = { ...made.metadata, name: sharedRuntime };
  return { ...made, metadata: { ...metadata, ...born('runtime', metadata, since) } };
}

function serviceOf(model: FleetModel, since: string): InferenceService {
  const made = inferenceServiceObject(model);
  const { predictor } = made.spec;
  return {
    ...made,
    metadata: { ...made.metadata, ...born('isvc', model, since) },
    spec: { predictor: { ...predictor, model: { ...predictor.model, runtime: sharedRuntime } } },
  };
}

/** The objects of one model. `since` is when all of it came to stand as it does (RFC 3339). */
export function fleetObjects(
  model: FleetModel,
  runtime: ServingRuntime,
  places: Places,
  since: string,
): FleetObjects {
  const service = serviceOf(model, since);
  const { deployment, replicaSet, pods } = fleetWorkload(model, { service, runtime }, places, since);
  const observed = { mode: 'Standard', stopped: false, runtime: sharedRuntime, deployment };
  const status = inferenceServiceStatus(service, observed, Date.parse(since));
  const autoscaler = model.autoscaling.class;
  const scaledObject = autoscaler === 'keda' ? fleetScaledObject(model, service, since) : undefined;
  const hasHpa = autoscaler !== 'none' && model.situation !== 'paused';
  return {
    model,
    service: { ...service, status },
    deployment,
    replicaSet,
    pods,
    scaledObject,
    hpa: hasHpa ? fleetHpa(model, { service, scaledObject }, since) : undefined,
  };
}
