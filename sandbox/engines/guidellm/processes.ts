import { podKind } from '../../../src/resources/kinds';
import type { Pod } from '../../../src/resources/pod';
import type { KubeClient } from '../../client/kubeClient';
import { ApiError } from '../../client/kubeClient';
import type { Clock } from '../../clock';
import { exited } from '../../controllers/node/podStatus';
import { timestamp } from '../../controllers/timestamp';
import type { Visit } from '../engineRoom';
import { GuidellmProcess, runsGuidellm } from './process';

const keyOf = ({ metadata }: Pod): string => metadata.uid ?? `${metadata.namespace ?? ''}/${metadata.name}`;

/** The GuideLLM processes of all pods. The kubelet learns of their ends from the pods' status. */
export interface Processes {
  /** Takes note of a pod as it is now. */
  update(pod: Pod): void;
  remove(pod: Pod): void;
  /** Does what is due, and reports who has ended. */
  advance(): void;
  /** Resolves when nothing is being written. */
  settled(): Promise<void>;
}

/** `lookUp` finds who answers at a URL asked from a namespace; `onError` hears of writes that fail. */
export function createProcesses(options: {
  client: KubeClient;
  clock: Clock;
  lookUp: (target: string, namespace: string) => Visit | undefined;
  onError: (error: unknown) => void;
}): Processes {
  const { client, clock, lookUp, onError } = options;
  const running = new Map<string, { process: GuidellmProcess; pod: Pod }>();
  let tail = Promise.resolve();

  async function report(pod: Pod, { exit }: GuidellmProcess): Promise<void> {
    const { namespace = '', name } = pod.metadata;
    const latest = await client.get<Pod>(podKind, namespace, name);
    if (latest === undefined || exit === undefined) return;
    const status = exited(latest, timestamp(clock.now()), exit.code, exit.message);
    await client.mergePatch(podKind, { namespace, name }, { status }, 'status');
  }

  function advance(): void {
    for (const [key, { process, pod }] of [...running]) {
      process.advance(clock.now());
      if (process.exit === undefined) continue;
      running.delete(key);
      tail = tail
        .then(() => report(pod, process))
        .catch((error: unknown) => {
          // The pod may have gone meanwhile.
          if (!(error instanceof ApiError && error.code === 404)) onError(error);
        });
    }
  }

  function remove(pod: Pod): void {
    running.get(keyOf(pod))?.process.kill();
    running.delete(keyOf(pod));
  }

  return {
    update(pod) {
      const key = keyOf(pod);
      if (!runsGuidellm(pod)) remove(pod);
      else if (!running.has(key)) {
        const { namespace = '' } = pod.metadata;
        const process = new GuidellmProcess(pod, (target) => lookUp(target, namespace), clock.now());
        running.set(key, { process, pod });
      }
    },
    remove,
    advance,
    settled: () => tail,
  };
}
