import { checkStatus } from './checkStatus';

// The SDK's own module is an ES module, which Jest does not load from node_modules.
jest.mock('@openshift-console/dynamic-plugin-sdk/lib/utils/error/http-error', () => ({
  HttpError: class extends Error {
    constructor(
      message: string,
      readonly code: number,
    ) {
      super(message);
    }
  },
  RetryError: class extends Error {},
}));

const json = (status: number, body: unknown): Response =>
  Response.json(body, { status, statusText: 'Words' });

it.each([200, 201])('returns a good answer (%d)', async (status) => {
  const response = json(status, {});
  await expect(checkStatus(response, 'GET', true)).resolves.toBe(response);
});

it.each([
  { body: { message: 'no' }, status: 403, message: 'no' },
  { body: {}, status: 403, message: 'Access denied due to cluster policy.' },
  {
    body: { message: 'invalid', details: { causes: [{ message: 'too big', field: 'spec.x' }] } },
    status: 422,
    message: 'Error "too big" for field "spec.x".',
  },
  { body: { error: 'bad query' }, status: 400, message: 'bad query' },
  { body: {}, status: 500, message: 'Words' },
])('throws the best words for $status $body', async ({ body, status, message }) => {
  await expect(checkStatus(json(status, body), 'GET', true)).rejects.toMatchObject({ message, code: status });
});

it('throws the words of HTTP for an answer that is no JSON', async () => {
  const response = new Response('Forbidden (user=x)', { status: 403, statusText: 'Forbidden' });
  await expect(checkStatus(response, 'GET', true)).rejects.toMatchObject({ message: 'Forbidden', code: 403 });
});

it.each([
  { method: 'GET', status: 429, mayRetry: true, again: true },
  { method: 'GET', status: 429, mayRetry: false, again: false },
  { method: 'POST', status: 409, mayRetry: true, again: true },
  { method: 'PATCH', status: 409, mayRetry: true, again: false },
])('asks again after $status of a $method: $again', async ({ method, status, mayRetry, again }) => {
  const response = json(status, { details: { kind: 'resourcequotas' } });
  const { RetryError } = jest.requireMock<{ RetryError: new () => Error }>(
    '@openshift-console/dynamic-plugin-sdk/lib/utils/error/http-error',
  );
  const error: unknown = await checkStatus(response, method, mayRetry).catch((thrown: unknown) => thrown);
  expect(error instanceof RetryError).toBe(again);
});
