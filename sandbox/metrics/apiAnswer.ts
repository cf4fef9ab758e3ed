/** An answer of one of the metrics listeners. */
export interface Answer {
  code: number;
  contentType: string;
  body: string;
}

const plainText = 'text/plain; charset=utf-8';

/** Plain text, as Go's http.Error and the proxies before Prometheus send it. */
export const text = (code: number, body: string): Answer => ({ code, contentType: plainText, body });

/** A success of Prometheus' HTTP API. */
export const success = (data: unknown): Answer => ({
  code: 200,
  contentType: 'application/json',
  body: JSON.stringify({ status: 'success', data }),
});

/** An error of Prometheus' HTTP API: bad_data is 400, execution 422. */
export const failure = (errorType: 'bad_data' | 'execution', error: string): Answer => ({
  code: errorType === 'bad_data' ? 400 : 422,
  contentType: 'application/json',
  body: JSON.stringify({ status: 'error', errorType, error }),
});

/** An error of prom-label-proxy. */
export const labelProxyFailure = (error: string): Answer => ({
  code: 400,
  contentType: 'application/json; charset=utf-8',
  body: JSON.stringify({ error, errorType: 'prom-label-proxy', status: 'error' }),
});

/** Success without any content, not even a type. */
export const nothing: Answer = { code: 200, contentType: '', body: '' };
