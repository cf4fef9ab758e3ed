import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Control, SandboxChange } from '../control';
import { sendJson, sendText } from './answer';

const bodyLimit = 10_000;

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request as AsyncIterable<Buffer>) {
    body += chunk.toString();
    if (body.length > bodyLimit) throw new RangeError('the body is too long');
  }
  return body;
}

const wanted: Record<keyof SandboxChange, string> = {
  scenario: 'string',
  user: 'string',
  load: 'boolean',
  speed: 'number',
};

/** Reads a change; throws a TypeError that names the field that is wrong. */
export function readChange(body: string): SandboxChange {
  const value: unknown = JSON.parse(body);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new TypeError('a change is an object');
  }
  for (const [field, given] of Object.entries(value)) {
    const type = (wanted as Record<string, string | undefined>)[field];
    if (type === undefined) throw new TypeError(`a change has no field ${field}`);
    if (typeof given !== type) throw new TypeError(`${field} must be a ${type}`);
  }
  return value;
}

/** GET tells the state of the sandbox, POST changes it and tells the new one; 400 with a message when that fails. */
export async function serveState(
  request: IncomingMessage,
  response: ServerResponse,
  control: Control,
): Promise<void> {
  if (request.method === 'GET') {
    sendJson(response, 200, control.state());
    return;
  }
  if (request.method !== 'POST') {
    sendText(response, 405, 'Method Not Allowed\n');
    return;
  }
  try {
    sendJson(response, 200, await control.change(readChange(await bodyOf(request))));
  } catch (error) {
    sendJson(response, 400, { message: error instanceof Error ? error.message : String(error) });
  }
}
