import type { Place } from './kedaController';
import { applySettings, restoreSettings } from './kedaController';
import { run, setting } from './run';
import type { Fields } from './settings';

const place = (env: NodeJS.ProcessEnv): Place => ({
  namespace: setting(env, 'NAMESPACE'),
  seconds: Number(setting(env, 'WAIT_SECONDS')),
});

await run({
  apply: (cluster, pace, env) =>
    applySettings(cluster, pace, place(env), JSON.parse(setting(env, 'SETTINGS')) as Fields),
  restore: (cluster, pace, env) => restoreSettings(cluster, pace, place(env)),
});
