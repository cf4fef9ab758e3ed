/** Why a query brought no answer. */
export type QueryErrorCode =
  /** Thanos or the console answered 401 or 403. */
  | 'unauthorised'
  /** The query was refused: bad PromQL, or an answer of a shape that was not asked for. */
  | 'badRequest'
  /** The console serves no metrics (404). */
  | 'absent'
  | 'timeout'
  | 'unreachable';

const codes: Readonly<Record<number, QueryErrorCode>> = {
  400: 'badRequest',
  401: 'unauthorised',
  403: 'unauthorised',
  404: 'absent',
  408: 'timeout',
  422: 'badRequest',
  504: 'timeout',
};

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

/** Prometheus says its reason in the body: {"status": "error", "error": "..."} (HTTP API, "Format overview"). */
function wordsOf(error: unknown): string {
  const answer = field(field(error, 'json'), 'error');
  if (typeof answer === 'string' && answer !== '') return answer;
  const message = field(error, 'message');
  return typeof message === 'string' ? message : String(error);
}

function codeOf(error: unknown): QueryErrorCode {
  const status = field(error, 'code');
  const name = field(error, 'name');
  if (name === 'TimeoutError') return 'timeout';
  return (typeof status === 'number' ? codes[status] : undefined) ?? 'unreachable';
}

/** A failed query: a code for the page, the server's own words as the message. */
export class QueryError extends Error {
  constructor(
    readonly code: QueryErrorCode,
    message: string,
  ) {
    super(message);
    this.name = 'QueryError';
  }

  /** Reads what consoleFetchJSON rejects with: an HttpError with the status in `code`, or what fetch throws. */
  static from(error: unknown): QueryError {
    return error instanceof QueryError ? error : new QueryError(codeOf(error), wordsOf(error));
  }
}
