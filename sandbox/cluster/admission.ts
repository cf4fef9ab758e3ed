import { applyPatch } from 'fast-json-patch';
import type { Operation } from 'fast-json-patch';
import { randomUUID } from 'node:crypto';
import type { Kind } from '../../src/resources/kinds';
import type { Definition, StoredObject } from './definition';
import { apiVersionOf } from './definition';
import { Failure } from './failure';

/** A webhook that is asked before an object is stored. */
export interface AdmissionHook {
  name: string;
  kind: Kind;
  operations: readonly ('CREATE' | 'UPDATE' | 'DELETE')[];
  url: string;
  /** Mutating hooks are asked first, and may answer a JSON patch. */
  mutating: boolean;
  /** What happens when the webhook does not answer. */
  failurePolicy: 'Fail' | 'Ignore';
}

/** What is about to happen to an object. */
export interface AdmissionRequest {
  definition: Definition;
  operation: 'CREATE' | 'UPDATE' | 'DELETE';
  object?: StoredObject;
  oldObject?: StoredObject;
  user: string;
  dryRun: boolean;
  /** Takes what a webhook warns of. */
  warn?: (text: string) => void;
}

interface Answer {
  response?: {
    allowed?: boolean;
    status?: { code?: number; message?: string; reason?: string };
    patch?: string;
    warnings?: string[];
  };
}

async function ask(hook: AdmissionHook, request: AdmissionRequest, object?: StoredObject): Promise<Answer> {
  const { definition, operation, oldObject, user, dryRun } = request;
  const { group, version, kind } = definition;
  const { name, namespace } = (object ?? oldObject)?.metadata ?? {};
  const response = await fetch(hook.url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    signal: AbortSignal.timeout(10_000),
    body: JSON.stringify({
      apiVersion: 'admission.k8s.io/v1',
      kind: 'AdmissionReview',
      request: {
        uid: randomUUID(),
        kind: { group, version, kind },
        name,
        namespace,
        operation,
        userInfo: { username: user },
        object: object ?? null,
        oldObject: oldObject ?? null,
        dryRun,
      },
    }),
  });
  if (!response.ok) throw new Error(`the server answered ${String(response.status)}`);
  return (await response.json()) as Answer;
}

/** fetch says only that it failed, and why in its cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}

async function answerOf(
  hook: AdmissionHook,
  request: AdmissionRequest,
  object?: StoredObject,
): Promise<Answer> {
  try {
    return await ask(hook, request, object);
  } catch (error) {
    if (hook.failurePolicy === 'Ignore') return { response: { allowed: true } };
    const reason = reasonOf(error);
    const message = `Internal error occurred: failed calling webhook "${hook.name}": failed to call webhook: ${reason}`;
    const details = { causes: [{ message: message.replace('Internal error occurred: ', '') }] };
    throw new Failure(500, 'InternalError', message, details);
  }
}

/** A refusal, worded as the real server passes a webhook's on (apiserver webhook/errors/statuserror.go). */
function denied(
  hook: AdmissionHook,
  status: { code?: number; message?: string; reason?: string } = {},
): Failure {
  const { code = 400, message = '', reason = '' } = status;
  const said = message === '' ? reason : message;
  const why = said === '' ? ' without explanation' : `: ${said}`;
  const text = `admission webhook "${hook.name}" denied the request${why}`;
  return new Failure(Math.max(code, 400), reason, text);
}

/**
 * Asks the webhooks for this kind and operation in turn, mutating ones first; returns the object as they leave it.
 * Throws the Failure of the real server when one refuses.
 */
export async function admit(
  hooks: readonly AdmissionHook[],
  request: AdmissionRequest,
): Promise<StoredObject | undefined> {
  let { object } = request;
  const { definition, operation } = request;
  const wanted = hooks.filter(
    ({ kind, operations }) =>
      kind.kind === definition.kind && kind.group === definition.group && operations.includes(operation),
  );
  const inTurn = [...wanted.filter((hook) => hook.mutating), ...wanted.filter((hook) => !hook.mutating)];
  for (const hook of inTurn) {
    const { response } = await answerOf(hook, request, object);
    for (const text of response?.warnings ?? []) request.warn?.(text);
    if (response?.allowed !== true) throw denied(hook, response?.status);
    if (response.patch !== undefined && object !== undefined) {
      const operations = JSON.parse(Buffer.from(response.patch, 'base64').toString()) as Operation[];
      object = applyPatch(object, operations, true, false).newDocument;
    }
  }
  return object === undefined ? undefined : { ...object, apiVersion: apiVersionOf(definition) };
}
