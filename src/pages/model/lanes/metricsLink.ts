import type { NamedQueries } from '../../../queries/combined';

/** The console's own page for PromQL, with a query a line. */
export function metricsLink(queries: NamedQueries): string {
  const parameters = new URLSearchParams(
    queries.map(([, query], index) => [`query${index.toString()}`, query]),
  );
  return `/monitoring/query-browser?${parameters.toString()}`;
}
