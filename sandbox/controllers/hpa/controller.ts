import type { HorizontalPodAutoscaler } from '../../../src/resources/horizontalPodAutoscaler';
import { horizontalPodAutoscalerKind } from '../../../src/resources/kinds';
import type { Condition } from '../../../src/resources/object';
import type { AutoscalerMemory } from '../../../src/simulator/autoscaler';
import { ApiError } from '../../client/kubeClient';
import type { Cancel } from '../../clock';
import { withCondition } from '../conditions';
import type { Controller, ControllerContext } from '../context';
import type { Scale } from '../requests';
import { readScale } from '../requests';
import { timestamp } from '../timestamp';
import { addressOf, keyOf } from '../workQueue';
import { hpaStatus } from './status';
import { syncHpa } from './sync';
import { sameJson } from '../json';

/** The sync period of kube-controller-manager, in milliseconds. */
const syncPeriod = 15_000;
const source = 'horizontal-pod-autoscaler';

/** What is kept of one HPA; a new one under the same name starts afresh, without history. */
interface Followed {
  uid: string;
  cancel: Cancel;
  memory?: AutoscalerMemory;
}

/** Syncs each HPA every 15 s, the first time one period after its creation (kubernetes pkg/controller/podautoscaler). */
export function startHpaController(context: ControllerContext, adapterUrl: string | undefined): Controller {
  const { client, clock, informers, events } = context;
  const followed = new Map<string, Followed>();
  let inFlight = Promise.resolve();
  let stopped = false;

  async function writeStatus(hpa: HorizontalPodAutoscaler, status: unknown): Promise<void> {
    if (sameJson(status, hpa.status)) return;
    // A JSON patch, for it replaces the status whole: a merge would keep metrics that are no longer read.
    const operation = { op: 'add' as const, path: '/status', value: status };
    await client.jsonPatch(horizontalPodAutoscalerKind, hpa.metadata, [operation], 'status');
  }

  async function scaleOf(hpa: HorizontalPodAutoscaler): Promise<Scale | undefined> {
    const { namespace = '' } = hpa.metadata;
    try {
      return await readScale(client, namespace, hpa.spec.scaleTargetRef.name);
    } catch (error) {
      if (!(error instanceof ApiError && error.code === 404)) throw error;
      const reason = 'FailedGetScale';
      const message = `the HPA controller was unable to get the target's current scale: ${error.message}`;
      events.record(hpa, { type: 'Warning', reason, message: error.message, source });
      const condition: Condition = { type: 'AbleToScale', status: 'False', reason, message };
      const conditions = withCondition(hpa.status?.conditions, condition, timestamp(clock.now()));
      await writeStatus(hpa, { ...hpa.status, conditions });
      return undefined;
    }
  }

  async function sync(key: string, entry: Followed): Promise<void> {
    const { namespace, name } = addressOf(key);
    const hpa = await client.get<HorizontalPodAutoscaler>(horizontalPodAutoscalerKind, namespace, name);
    if (hpa?.metadata.uid !== entry.uid) return;
    const scale = await scaleOf(hpa);
    if (scale === undefined) return;
    const spoken = await syncHpa(context, hpa, scale, entry.memory, adapterUrl);
    entry.memory = spoken.decision.memory;
    await writeStatus(hpa, hpaStatus(hpa, spoken, scale.wanted, clock.now()));
  }

  async function turn(key: string, entry: Followed): Promise<void> {
    try {
      await sync(key, entry);
    } catch (error) {
      // A conflict or an object that went away meanwhile: the next sync sees it.
      const isPassing = error instanceof ApiError && (error.code === 409 || error.code === 404);
      if (!stopped && !isPassing) context.onError(source, error);
    }
  }

  function forget(key: string): void {
    followed.get(key)?.cancel();
    followed.delete(key);
  }

  const unsubscribe = informers.horizontalPodAutoscalers.onChange((type, hpa) => {
    const key = keyOf(hpa);
    const uid = hpa.metadata.uid ?? '';
    const known = followed.get(key);
    if (type === 'DELETED') {
      if (known?.uid === uid) forget(key);
      return;
    }
    if (known?.uid === uid) return;
    forget(key);
    const entry: Followed = {
      uid,
      cancel: clock.every(syncPeriod, () => {
        const current = turn(key, entry);
        inFlight = Promise.all([inFlight, current]).then(() => undefined);
        return current;
      }),
    };
    followed.set(key, entry);
  });

  return {
    async stop() {
      stopped = true;
      unsubscribe();
      for (const key of [...followed.keys()]) forget(key);
      await inFlight;
    },
  };
}
