import type { Clock } from './clock';
import { sandboxUsers } from './cluster/rbac';
import type { Backend, Control, SandboxChange, SandboxState } from './control';
import { readScenario, scenarioNames } from './scenarios/scenario';
import type { ClusterMetrics } from './simulatedCluster';
import { startCluster } from './simulatedCluster';

/** Runs one cluster at a time, and replaces it when another scenario is asked for. */
export interface Supervisor {
  readonly control: Control;
  /** Where the cluster listens now, and as whom the console comes. */
  readonly backend: Backend;
  stop(): Promise<void>;
}

function summary(name: string): SandboxState['scenarios'][number] {
  const { title, description } = readScenario(name);
  return { name, title, description };
}

/** Starts the cluster of `scenarioName`; throws an Error when there is no such scenario or a part does not start. */
export async function startSupervisor(
  scenarioName: string,
  clock: Clock,
  kept?: ClusterMetrics,
): Promise<Supervisor> {
  const scenarios = scenarioNames().map(summary);
  let cluster = await startCluster(readScenario(scenarioName), clock, kept);
  let user: string = cluster.scenario.user;
  let generation = 1;
  let replacing: Promise<void> = Promise.resolve();

  async function replace(name: string): Promise<void> {
    // Read before the old cluster ends: a wrong name must not cost the cluster that runs.
    const scenario = readScenario(name);
    const next = await startCluster(scenario, clock, kept);
    const old = cluster;
    cluster = next;
    user = next.scenario.user;
    generation += 1;
    await old.stop();
  }

  const state = (): SandboxState => ({
    scenario: cluster.scenario.name,
    scenarios,
    load: cluster.load,
    speed: clock.speed,
    now: clock.now(),
    user,
    users: sandboxUsers.map(({ name, title }) => ({ name, title })),
    generation,
  });

  function become(name: string): void {
    if (sandboxUsers.every((known) => known.name !== name)) throw new Error(`There is no user "${name}".`);
    if (name !== user) generation += 1;
    user = name;
  }

  async function change({ scenario, user: wanted, load, speed }: SandboxChange): Promise<SandboxState> {
    if (speed !== undefined) clock.setSpeed(speed);
    if (scenario !== undefined) {
      // One after the other, also when the one before failed.
      replacing = replacing.catch(() => undefined).then(() => replace(scenario));
      await replacing;
    }
    if (wanted !== undefined) become(wanted);
    if (load !== undefined) cluster.setLoad(load);
    return state();
  }

  return {
    control: { state, change },
    get backend() {
      return { ...cluster.backend, token: user };
    },
    async stop() {
      await replacing.catch(() => undefined);
      await cluster.stop();
    },
  };
}
