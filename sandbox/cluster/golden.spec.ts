import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { createClock } from '../clock';
import { startApiServer } from './apiServer';

interface Step {
  name: string;
  user: string;
  request: { method: string; path: string; contentType?: string; body?: unknown };
  answer: { code: number; contentType: string; body: unknown };
}

const { steps } = JSON.parse(
  readFileSync(path.join(__dirname, 'testdata/kube-apiserver-scaledobject.json'), 'utf8'),
) as { steps: Step[] };

/** Values that vary between runs, and those that the recording left out. */
function normalised(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => normalised(item));
  if (typeof value !== 'object' || value === null) {
    if (key === 'resourceVersion' && value !== '') return '<rv>';
    if (key === 'continue' && value !== '') return '<continue>';
    if (key === 'deletionTimestamp') return '<time>';
    return value;
  }
  const left = ['uid', 'creationTimestamp', 'managedFields'];
  // The name of a generated object ends in five random characters.
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !left.includes(name))
      .map(([name, child]) => [name, normalised(child, name)]),
  );
}

const generated = (text: string): string => text.replace(/"name":"gen-[a-z0-9]{5}"/g, '"name":"<generated>"');

describe('the API server answers as kube-apiserver 1.36.2 did', () => {
  const clock = createClock();
  let server: { url: string; close(): Promise<void> };

  beforeAll(async () => {
    const everything = { verbs: ['*'], groups: ['*'], resources: ['*'] };
    server = await startApiServer({ clock, rules: (user) => (user === 'admin' ? [everything] : []) });
  });
  afterAll(async () => {
    clock.stop();
    await server.close();
  });

  it.each(steps.map((step) => [step.name, step] as const))('%s', async (_name, { user, request, answer }) => {
    const { method, contentType, body } = request;
    const response = await fetch(server.url + request.path, {
      method,
      headers: {
        Authorization: `Bearer ${user}`,
        ...(contentType === undefined ? {} : { 'Content-Type': contentType }),
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const json = response.headers.get('content-type') === 'application/json';
    expect({
      code: response.status,
      contentType: response.headers.get('content-type'),
      body: json ? (JSON.parse(generated(JSON.stringify(normalised(JSON.parse(text))))) as unknown) : text,
    }).toEqual({
      ...answer,
      body: JSON.parse(generated(JSON.stringify(normalised(answer.body)))) as unknown,
    });
  });
});
