import { k8sListItems } from '@openshift-console/dynamic-plugin-sdk';
import type { K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import type { Deployment } from '../resources/deployment';
import type { HorizontalPodAutoscaler } from '../resources/horizontalPodAutoscaler';
import type { InferenceService } from '../resources/inferenceService';
import { kedaHpaName } from '../resources/joinModel';
import { joinModels } from '../resources/joinModels';
import {
  deploymentKind,
  horizontalPodAutoscalerKind,
  inferenceServiceKind,
  podKind,
  scaledObjectKind,
} from '../resources/kinds';
import type { Kind } from '../resources/kinds';
import type { Pod } from '../resources/pod';
import { predictorNames } from '../resources/predictorNames';
import type { ScaledObject } from '../resources/scaledObject';
import type { ServedModel } from '../resources/servedModel';
import { consoleModel } from './consoleModel';
import { statusOfError } from './readError';

type Read<T> = T & K8sResourceCommon;

/**
 * The objects of this name: one or none. A list, since asking for one that is not there is an error in the browser's
 * console. None, too, when they may not be listed.
 */
async function named<T>(kind: Kind, ns: string, name: string): Promise<T[]> {
  return listed<T>(kind, { ns, fieldSelector: `metadata.name=${name}` });
}

async function listed<T>(kind: Kind, queryParams: Record<string, unknown>): Promise<T[]> {
  try {
    return await k8sListItems<Read<T>>({ model: consoleModel(kind), queryParams });
  } catch (error) {
    const status = statusOfError(error);
    if (status === 404 || status === 403) return [];
    throw error;
  }
}

const allNamed = async <T>(kind: Kind, ns: string, names: readonly string[]): Promise<T[]> =>
  (await Promise.all([...new Set(names)].map((name) => named<T>(kind, ns, name)))).flat();

/**
 * Reads a model and its objects now, without a watch; undefined when the InferenceService is gone. Rejects as fetch does.
 * `scaledObjectName` is the one that is known to scale it, where that has a name of its own.
 */
export async function readModel(
  namespace: string,
  name: string,
  scaledObjectName?: string,
): Promise<ServedModel | undefined> {
  const [inferenceService] = await named<InferenceService>(inferenceServiceKind, namespace, name);
  if (inferenceService === undefined) return undefined;
  const names = predictorNames(inferenceService);
  const [scaledObjects, deployments, pendingPods] = await Promise.all([
    allNamed<ScaledObject>(scaledObjectKind, namespace, [
      ...names,
      ...(scaledObjectName === undefined ? [] : [scaledObjectName]),
    ]),
    allNamed<Deployment>(deploymentKind, namespace, names),
    listed<Pod>(podKind, {
      ns: namespace,
      labelSelector: { matchLabels: { 'serving.kserve.io/inferenceservice': name } },
      fieldSelector: 'status.phase=Pending',
    }),
  ]);
  return joinModels({
    inferenceServices: [inferenceService],
    scaledObjects,
    deployments,
    horizontalPodAutoscalers: await allNamed<HorizontalPodAutoscaler>(
      horizontalPodAutoscalerKind,
      namespace,
      [...scaledObjects.map(kedaHpaName), ...names],
    ),
    pendingPods,
  }).get(`${namespace}/${name}`);
}
