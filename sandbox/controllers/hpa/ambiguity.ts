import type { HorizontalPodAutoscaler } from '../../../src/resources/horizontalPodAutoscaler';
import type { Pod } from '../../../src/resources/pod';
import { selects } from '../podState';

/** An HPA with the selector of its target. */
export interface Selecting {
  hpa: HorizontalPodAutoscaler;
  selector: string;
}

/**
 * What the controller says when pods under `selector` belong to more than one HPA of the namespace; undefined when they
 * do not. It goes by the pods: HPAs whose targets have none do not clash (horizontal.go hpasControllingPodsUnderSelector).
 */
export function ambiguityOf(
  selector: string,
  pods: readonly Pod[],
  candidates: readonly Selecting[],
): string | undefined {
  const selected = pods.filter((pod) => selects(selector, pod));
  const names = candidates
    .filter((candidate) => selected.some((pod) => selects(candidate.selector, pod)))
    .map(({ hpa }) => `${hpa.metadata.namespace ?? ''}/${hpa.metadata.name}`)
    .sort();
  if (names.length < 2) return undefined;
  return `pods by selector ${selector} are controlled by multiple HPAs: [${names.join(' ')}]`;
}
