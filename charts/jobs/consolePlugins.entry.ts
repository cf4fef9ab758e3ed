import { addPlugin, removePlugin } from './consolePlugins';
import { run, setting } from './run';

await run({
  add: (cluster, pace, env) => addPlugin(cluster, pace, setting(env, 'PLUGIN')),
  remove: (cluster, pace, env) => removePlugin(cluster, pace, setting(env, 'PLUGIN')),
});
