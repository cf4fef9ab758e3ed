import { run, setting } from './run';
import { disable, enable } from './userWorkloadMonitoring';

await run({
  enable: (cluster, pace, env) => enable(cluster, pace, Number(setting(env, 'WAIT_SECONDS'))),
  disable,
});
