import type { KubernetesObject } from '../../../src/resources/object';
import { currentModeName, deploymentModeAnnotation } from '../kserve/annotations';
import type { Verdict } from './review';

/** The deployment mode that the cluster's configuration names. */
const defaultMode = 'Standard';

/** What KServe's defaulter adds: the deployment mode, its deprecated names replaced (inference_service_defaults.go). */
export function defaultingPatch({ metadata }: KubernetesObject): NonNullable<Verdict['patch']> {
  const given = metadata.annotations?.[deploymentModeAnnotation];
  const mode = currentModeName(given ?? defaultMode);
  if (given === mode) return [];
  if (metadata.annotations === undefined)
    return [{ op: 'add', path: '/metadata/annotations', value: { [deploymentModeAnnotation]: mode } }];
  const path = `/metadata/annotations/${deploymentModeAnnotation.replaceAll('/', '~1')}`;
  return [{ op: 'add', path, value: mode }];
}
