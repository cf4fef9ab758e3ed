import type { Cluster } from './cluster';
import { ownCluster } from './cluster';
import type { Pace } from './retry';
import { realPace } from './retry';

/** What a Job can be asked to do; returns the line that closes its log. */
export type Action = (cluster: Cluster, pace: Pace, env: NodeJS.ProcessEnv) => Promise<string>;

/** A setting that the chart gives to the Job. Throws an Error when it does not. */
export function setting(env: NodeJS.ProcessEnv, name: string): string {
  const value = env[name];
  if (value === undefined || value === '') throw new Error(`${name} is not set.`);
  return value;
}

/** Does what the first argument of the program names. A failure goes to the log, and the Job fails. */
export async function run(actions: Readonly<Record<string, Action>>): Promise<void> {
  const [, , name = ''] = process.argv;
  const action = actions[name];
  try {
    if (action === undefined) throw new Error(`"${name}" is none of: ${Object.keys(actions).join(', ')}.`);
    console.log(await action(ownCluster(process.env), realPace, process.env));
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
