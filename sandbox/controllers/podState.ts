import { findCondition } from '../../src/resources/conditions';
import type { Pod } from '../../src/resources/pod';

/** Whether the pod's Ready condition is True. */
export function isReady(pod: Pod): boolean {
  return findCondition(pod.status?.conditions, 'Ready')?.status === 'True';
}

/** Whether the pod counts for its owner: it has not ended and is not being deleted. */
export function isActive(pod: Pod): boolean {
  const { phase } = pod.status ?? {};
  return pod.metadata.deletionTimestamp === undefined && phase !== 'Succeeded' && phase !== 'Failed';
}

/** "a=b,c=d", the way a selector is asked for. */
export function selectorText(labels: Readonly<Record<string, string>>): string {
  return Object.entries(labels)
    .map(([key, value]) => `${key}=${value}`)
    .join(',');
}

/** Whether a selector of the form "a=b,c=d" selects the pod; an empty one selects nothing. */
export function selects(selector: string, pod: Pod): boolean {
  if (selector === '') return false;
  return selector.split(',').every((term) => {
    const [key = '', value] = term.split('=');
    return pod.metadata.labels?.[key] === value;
  });
}
