import { k8sListItems } from '@openshift-console/dynamic-plugin-sdk';
import type { K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import type { KubernetesEvent } from '../resources/event';
import { eventKind } from '../resources/kinds';
import { consoleModel } from './consoleModel';

/** The warnings of a project, now; none when they cannot be read, for what they explain is seen without them. */
export async function readWarnings(namespace: string): Promise<readonly KubernetesEvent[]> {
  return k8sListItems<KubernetesEvent & K8sResourceCommon>({
    model: consoleModel(eventKind),
    queryParams: { ns: namespace, fieldSelector: 'type=Warning' },
  }).catch(() => []);
}
