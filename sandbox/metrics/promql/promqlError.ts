/** An error of a query, with the type that Prometheus' HTTP API gives it: bad_data is 400, execution is 422. */
export class PromqlError extends Error {
  constructor(
    readonly errorType: 'bad_data' | 'execution',
    message: string,
  ) {
    super(message);
  }
}

/** A parse error at a place in the query text, worded as Prometheus does: "1:5: parse error: ...". */
export function parseError(query: string, position: number, message: string): PromqlError {
  const before = query.slice(0, position).split('\n');
  const column = (before.at(-1)?.length ?? 0) + 1;
  return new PromqlError('bad_data', `${String(before.length)}:${String(column)}: parse error: ${message}`);
}

/** An error met while a query runs. */
export function executionError(message: string): PromqlError {
  return new PromqlError('execution', message);
}
