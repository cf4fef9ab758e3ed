import { predictorNames } from '../resources/predictorNames';
import type { ServedModel } from '../resources/servedModel';
import { gpusAllocatedQuery, gpusPendingQuery } from './gpu';
import {
  availableReplicasQuery,
  hpaDesiredQuery,
  hpaMaxQuery,
  hpaMinQuery,
  specReplicasQuery,
  type DeploymentName,
} from './replicas';
import { runningQuery, waitingQuery } from './vllm';

/** The PromQL of one model's graphs. The capacity line is threshold x specReplicas. */
export interface ModelQueries {
  names: DeploymentName;
  waiting: string;
  running: string;
  specReplicas: string;
  availableReplicas: string;
  hpaDesired: string;
  hpaMin: string;
  hpaMax: string;
  gpusAllocated: string;
  gpusPending: string;
}

/** The HPA that scales the model: KEDA's, or KServe's where KEDA does not scale; else the name that KEDA would give. */
function hpaNameOf({ kedaHpa, kserveHpa, scaledObject }: ServedModel, deployment: string): string {
  if (kedaHpa !== undefined) return kedaHpa.metadata.name;
  if (scaledObject === undefined && kserveHpa !== undefined) return kserveHpa.metadata.name;
  return scaledObject?.status?.hpaName ?? `keda-hpa-${scaledObject?.metadata.name ?? deployment}`;
}

/** Queries with the names that the model's objects have; names that KServe and KEDA would give where one is missing. */
export function modelQueries(model: ServedModel): ModelQueries {
  const { namespace } = model;
  const deployment = {
    namespace,
    deployment: model.deployment?.metadata.name ?? predictorNames(model.inferenceService)[0] ?? '',
  };
  const hpa = { namespace, hpa: hpaNameOf(model, deployment.deployment) };
  return {
    names: deployment,
    waiting: waitingQuery(model),
    running: runningQuery(model),
    specReplicas: specReplicasQuery(deployment),
    availableReplicas: availableReplicasQuery(deployment),
    hpaDesired: hpaDesiredQuery(hpa),
    hpaMin: hpaMinQuery(hpa),
    hpaMax: hpaMaxQuery(hpa),
    gpusAllocated: gpusAllocatedQuery(deployment),
    gpusPending: gpusPendingQuery(deployment),
  };
}
