import type { KubernetesObject } from '../../../src/resources/object';
import type { JsonAnswer } from '../httpListener';

/** The part of an admission request that the webhooks look at. */
export interface Review {
  uid: string;
  operation: 'CREATE' | 'UPDATE' | 'DELETE';
  object: KubernetesObject;
  /** What is replaced; absent when an object is created. */
  oldObject?: KubernetesObject;
  dryRun: boolean;
}

/** What a webhook finds: a refusal, or a JSON patch to apply, or nothing to say. */
export interface Verdict {
  refusal?: string;
  patch?: readonly { op: 'add' | 'replace'; path: string; value: unknown }[];
}

interface AdmissionReview {
  request: {
    uid: string;
    operation: Review['operation'];
    object: KubernetesObject | null;
    oldObject: KubernetesObject | null;
    dryRun?: boolean;
  };
}

function responseOf(uid: string, { refusal, patch }: Verdict): Record<string, unknown> {
  // 403 Forbidden is what controller-runtime's validators answer for a plain error.
  if (refusal !== undefined)
    return { uid, allowed: false, status: { code: 403, reason: 'Forbidden', message: refusal } };
  if (patch === undefined || patch.length === 0) return { uid, allowed: true };
  const encoded = Buffer.from(JSON.stringify(patch)).toString('base64');
  return { uid, allowed: true, patchType: 'JSONPatch', patch: encoded };
}

/** Answers an AdmissionReview v1; throws an Error for a body that is none. */
export async function reviewAnswer(
  body: string,
  judge: (review: Review) => Promise<Verdict>,
): Promise<JsonAnswer> {
  const { request } = JSON.parse(body) as AdmissionReview;
  const { uid, operation, object, oldObject, dryRun = false } = request;
  if (object === null) throw new Error('the request has no object');
  const verdict = await judge({
    uid,
    operation,
    object,
    dryRun,
    ...(oldObject === null ? {} : { oldObject }),
  });
  const response = responseOf(uid, verdict);
  return { code: 200, body: { apiVersion: 'admission.k8s.io/v1', kind: 'AdmissionReview', response } };
}
