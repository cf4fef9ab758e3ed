import type { PatchOperation } from '../../src/policy/patchOperation';
import type { InferenceService } from '../../src/resources/inferenceService';
import { createClock } from '../../sandbox/clock';
import { startApiServer } from '../../sandbox/cluster/apiServer';
import { startWebhooks } from '../../sandbox/controllers/webhooks';
import { model } from './randomPolicies';

/** An answer of the API server to a write. */
export interface Answer {
  code: number;
  object: InferenceService;
  /** The server's words when it refuses. */
  message: string;
}

/** One InferenceService on an API server with the real schemas and KServe's webhook. */
export interface PolicyServer {
  read(): Promise<InferenceService>;
  /** Sends a JSON patch of the product's. */
  patch(patch: readonly PatchOperation[]): Promise<Answer>;
  /** Edits as somebody else does, by a merge patch; throws an Error with the server's words when it is refused. */
  edit(merge: object): Promise<InferenceService>;
  stop(): Promise<void>;
}

const collection = `/apis/serving.kserve.io/v1beta1/namespaces/${model.namespace}/inferenceservices`;

/** Starts the server with a model that has no policy yet, and no map of annotations of its own. */
export async function startPolicyServer(): Promise<PolicyServer> {
  const clock = createClock();
  let url = '';
  const webhooks = await startWebhooks({ apiUrl: () => url, keda: true });
  const server = await startApiServer({ clock, hooks: webhooks.hooks });
  url = server.url;

  async function send(method: string, path: string, body?: unknown, type = 'application/json') {
    const response = await fetch(url + path, {
      method,
      headers: { Authorization: 'Bearer admin', 'Content-Type': type },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const object = (await response.json()) as InferenceService & { message?: string };
    return { code: response.status, object, message: object.message ?? '' };
  }
  async function demand(answer: Promise<Answer>): Promise<InferenceService> {
    const { code, object, message } = await answer;
    if (code >= 400) throw new Error(`${String(code)}: ${message}`);
    return object;
  }

  const one = `${collection}/${model.name}`;
  await demand(
    send('POST', '/api/v1/namespaces', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: model.namespace },
    }),
  );
  await demand(
    send('POST', collection, {
      apiVersion: 'serving.kserve.io/v1beta1',
      kind: 'InferenceService',
      metadata: model,
      spec: { predictor: { model: { modelFormat: { name: 'vLLM' }, runtime: 'vllm' } } },
    }),
  );
  return {
    read: () => demand(send('GET', one)),
    patch: (patch) => send('PATCH', one, patch, 'application/json-patch+json'),
    edit: (merge) => demand(send('PATCH', one, merge, 'application/merge-patch+json')),
    async stop() {
      clock.stop();
      await server.close();
      await webhooks.close();
    },
  };
}
