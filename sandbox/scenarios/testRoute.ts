import { request } from 'node:http';

/** Sends a request to the sandbox's router, as a client that the cluster's DNS leads there; with a body it is a POST. */
export async function askRoute(
  routerUrl: string,
  host: string,
  path: string,
  body?: unknown,
): Promise<{ code: number; body: unknown }> {
  return new Promise((resolve, reject) => {
    const options = { method: body === undefined ? 'GET' : 'POST', headers: { host } };
    const sent = request(new URL(path, routerUrl), options, (answer) => {
      let text = '';
      answer.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
      answer.on('end', () => {
        resolve({ code: answer.statusCode ?? 0, body: JSON.parse(text) as unknown });
      });
    });
    sent.on('error', reject);
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });
}
