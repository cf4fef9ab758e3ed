import { matcherOf, matcherText } from './matchers';
import type { Expression, Selector } from './promql/ast';
import { mapSelectors } from './promql/ast';
import { parseMatch, parsePromql } from './promql/parse';
import { PromqlError } from './promql/promqlError';

/** A request that prom-label-proxy itself refuses. */
export class LabelProxyError extends Error {}

/**
 * The expression with every selector, also those in subqueries, limited to a namespace, as prom-label-proxy does with
 * --error-on-replace (injectproxy/enforce.go). Throws a LabelProxyError for a query that does not parse, or that asks
 * for other namespaces only.
 */
export function tenantExpression(query: string, namespace: string): Expression {
  return mapSelectors(parsed(query, 'failed to parse query string: '), (selector) =>
    limited(selector, namespace),
  );
}

function limited(selector: Selector, namespace: string): Selector {
  const injected = matcherOf('namespace', '=', namespace);
  const others = selector.matchers.filter((matcher) => {
    if (matcher.name !== 'namespace') return true;
    if (matcher.matches(namespace)) return false;
    throw new LabelProxyError(
      `conflicting label matcher: label matcher ${JSON.stringify(matcherText(matcher))} ` +
        `conflicts with injected matcher ${JSON.stringify(matcherText(injected))}`,
    );
  });
  return { ...selector, matchers: [...others, injected] };
}

/** The matchers of a match[] parameter and the namespace's: one that asks for another namespace finds nothing. */
export function tenantMatchers(match: string, namespace: string): Selector['matchers'] {
  try {
    return [...parseMatch(match).matchers, matcherOf('namespace', '=', namespace)];
  } catch (error) {
    throw proxied(error, '');
  }
}

function parsed(query: string, prefix: string): Expression {
  try {
    return parsePromql(query);
  } catch (error) {
    throw proxied(error, prefix);
  }
}

const proxied = (error: unknown, prefix: string): unknown =>
  error instanceof PromqlError ? new LabelProxyError(prefix + error.message) : error;
