import { podKind } from '../../../src/resources/kinds';
import type { Pod } from '../../../src/resources/pod';
import type { Cancel } from '../../clock';
import type { Controller, ControllerContext } from '../context';
import { removeNow } from '../requests';
import { timestamp } from '../timestamp';
import { addressOf, keyOf, startWorkQueue } from '../workQueue';
import type { Stage } from './stages';
import { dueAt, stageOf } from './stages';

/** The stand-in for all kubelets. */
export interface Kubelet extends Controller {
  /** While on, pods go through their stages without a wait. */
  setInstant(on: boolean): void;
}

interface Wait {
  stage: Stage;
  /** Simulated milliseconds at which the pod was first seen in this stage. */
  seen: number;
  cancel: Cancel;
}

/** Addresses as the cluster network of OpenShift has them; never 0. */
function addressBook(): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `10.128.${String(Math.floor(count / 250))}.${String((count % 250) + 4)}`;
  };
}

/** Moves each pod on a node through the stages. */
export function startKubelet(context: ControllerContext): Kubelet {
  const { client, clock, informers, events } = context;
  const waits = new Map<string, Wait>();
  const nextAddress = addressBook();
  let instant = false;

  async function enter(pod: Pod, stage: Stage): Promise<void> {
    const { namespace = '', name } = pod.metadata;
    for (const event of stage.events(pod)) {
      events.record(pod, { type: 'Normal', ...event, source: 'kubelet' });
    }
    const status = stage.next(pod, timestamp(clock.now()), nextAddress());
    if (status === undefined) await removeNow(client, podKind, namespace, name);
    else await client.mergePatch(podKind, { namespace, name }, { status }, 'status');
  }

  async function reconcile(key: string): Promise<void> {
    const { namespace, name } = addressOf(key);
    const pod = await client.get<Pod>(podKind, namespace, name);
    const stage = pod === undefined ? undefined : stageOf(pod);
    const wait = waits.get(key);
    wait?.cancel();
    if (pod === undefined || stage === undefined) {
      waits.delete(key);
      return;
    }
    const seen = wait?.stage === stage ? wait.seen : clock.now();
    const left = dueAt(stage, pod, seen, instant) - clock.now();
    if (left <= 0) {
      waits.delete(key);
      await enter(pod, stage);
      return;
    }
    const cancel = clock.after(left, () => {
      queue.add(key);
    });
    waits.set(key, { stage, seen, cancel });
  }

  const queue = startWorkQueue(clock, reconcile, (_key, error) => {
    context.onError('kubelet', error);
  });
  const unsubscribe = informers.pods.onChange((_type, pod) => {
    if (pod.spec.nodeName !== undefined) queue.add(keyOf(pod));
  });
  return {
    setInstant(on) {
      instant = on;
      for (const key of waits.keys()) queue.add(key);
    },
    async stop() {
      unsubscribe();
      for (const { cancel } of waits.values()) cancel();
      await queue.stop();
    },
  };
}
