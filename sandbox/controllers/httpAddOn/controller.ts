import { scaledObjectKind } from '../../../src/resources/kinds';
import type { ScaledObject } from '../../../src/resources/scaledObject';
import { startInformer } from '../../client/informer';
import { ApiError } from '../../client/kubeClient';
import type { Controller, ControllerContext } from '../context';
import { sameJson } from '../json';
import { removeOrphans } from '../orphans';
import { timestamp } from '../timestamp';
import { addressOf, keyOf, startWorkQueue } from '../workQueue';
import type { HttpScaledObject } from './httpScaledObject';
import { httpScaledObjectKind, httpStatus, scaledObjectFor } from './httpScaledObject';

const source = 'keda-http-add-on-operator';

/**
 * The HTTP add-on's operator for its older kind: makes a ScaledObject of each HTTPScaledObject, and merges into it what
 * that one says whenever it changes; other annotations stay (http-add-on operator/controllers/http/scaled_object.go).
 */
export function startHttpAddOn({ client, clock, onError }: ControllerContext): Controller {
  const informer = startInformer<HttpScaledObject>(client, httpScaledObjectKind);

  async function tell(object: HttpScaledObject, refusal?: string): Promise<void> {
    const status = httpStatus(object, timestamp(clock.now()), refusal);
    if (sameJson(status, object.status)) return;
    await client.mergePatch(httpScaledObjectKind, object.metadata, { status }, 'status');
  }

  async function make(object: HttpScaledObject): Promise<void> {
    const wanted = scaledObjectFor(object);
    const { namespace, name } = wanted.metadata;
    const existing = await client.get<ScaledObject>(scaledObjectKind, namespace, name);
    if (existing === undefined) await client.create(scaledObjectKind, wanted);
    else await client.mergePatch(scaledObjectKind, wanted.metadata, wanted);
  }

  async function reconcile(key: string): Promise<void> {
    const { namespace, name } = addressOf(key);
    const object = await client.get<HttpScaledObject>(httpScaledObjectKind, namespace, name);
    if (object === undefined) {
      await removeOrphans(client, [scaledObjectKind], namespace, { kind: httpScaledObjectKind.kind, name });
      return;
    }
    if (object.metadata.deletionTimestamp !== undefined) return;
    try {
      await make(object);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      await tell(object, error.message);
      throw error;
    }
    await tell(object);
  }

  // A refusal is told by the object's own condition; the retry comes all the same.
  const queue = startWorkQueue(clock, reconcile, (_key, error) => {
    if (!(error instanceof ApiError)) onError(source, error);
  });
  const unsubscribe = informer.onChange((_type, object) => {
    queue.add(keyOf(object));
  });
  return {
    async stop() {
      unsubscribe();
      informer.stop();
      await queue.stop();
    },
  };
}
