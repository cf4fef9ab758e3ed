import type { ServedModel } from '../resources/servedModel';
import type { Consequence } from './consequence';

/** Grace that Kubernetes gives a pod when its template says nothing, in seconds. */
const defaultGrace = 30;

/** So many replicas go, and with them the requests that do not end in time. */
export function cutRequests({ deployment }: ServedModel, replicas: number): Consequence {
  const seconds = deployment?.spec.template.spec.terminationGracePeriodSeconds ?? defaultGrace;
  return { code: 'cutsRequests', tone: 'warning', replicas, seconds };
}
