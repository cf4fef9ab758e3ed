import { tenantExpression } from '../enforceNamespace';
import { matcherText } from '../matchers';
import type { Selector } from '../promql/ast';
import { mapSelectors } from '../promql/ast';
import { selectorSpans } from '../promql/parse';

/** A selector as Prometheus reads it, its name among the matchers. */
export const selectorText = (matchers: Selector['matchers']): string =>
  `{${matchers.map(matcherText).join(',')}}`;

/**
 * The text of a query limited to a namespace, for a Prometheus that stands behind prom-label-proxy.
 * Throws a LabelProxyError where that proxy would refuse.
 */
export function tenantQuery(query: string, namespace: string): string {
  const selectors: Selector[] = [];
  mapSelectors(tenantExpression(query, namespace), (selector) => {
    selectors.push(selector);
    return selector;
  });
  const byPosition = new Map(selectors.map((selector) => [selector.position, selector]));
  let text = query;
  // From the end, so that the places of those before stay.
  for (const { from, to } of selectorSpans(query).reverse()) {
    const selector = byPosition.get(from);
    if (selector !== undefined) text = text.slice(0, from) + selectorText(selector.matchers) + text.slice(to);
  }
  return text;
}
