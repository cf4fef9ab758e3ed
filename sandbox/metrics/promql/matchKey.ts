import type { Labels } from '../seriesStore';
import { labelsKey } from '../seriesStore';
import type { Matching } from './ast';
import { onlyLabels, withoutLabels } from './vectors';

/** The labels that two series must agree in: those of on(...), or all but the name and those of ignoring(...). */
export function matchLabels({ on, labels: names }: Matching, labels: Labels): Labels {
  return on ? onlyLabels(labels, names) : withoutLabels(labels, [...names, '__name__']);
}

export function matchKey(matching: Matching, labels: Labels): string {
  return labelsKey(matchLabels(matching, labels));
}
