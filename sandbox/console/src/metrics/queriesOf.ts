/** The queries of a URL: query0, query1, ... as Observe > Metrics has them. */
export function queriesOf(search: string): string[] {
  return [...new URLSearchParams(search)]
    .filter(([name]) => /^query\d+$/.test(name))
    .map(([, query]) => query);
}
