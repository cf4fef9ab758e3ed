import { startBridge } from './bridge/bridge';
import { createClock } from './clock';
import { buildConsole } from './console/build';
import type { Options } from './options';
import { readOptions, usage } from './options';
import { buildPlugin, pluginDist, requirePluginBuild } from './pluginBuild';
import { checkReady } from './ready';
import { startSupervisor } from './supervisor';

async function start({ port, scenario, speed, build }: Options): Promise<() => Promise<void>> {
  if (build) {
    console.log('Building the plugin as for production ...');
    await buildPlugin();
  } else {
    requirePluginBuild();
  }
  console.log('Building the local console, unless it is built ...');
  const consoleDist = await buildConsole();

  console.log(`Starting the cluster of the scenario "${scenario}" ...`);
  const clock = createClock(speed);
  const supervisor = await startSupervisor(scenario, clock);
  const bridge = await startBridge({
    port,
    pluginDist,
    consoleDist,
    backend: () => supervisor.cluster.backend,
    control: supervisor.control,
  });
  await checkReady(bridge.url);
  console.log(`\nThe sandbox is ready: ${bridge.url}/llm-autoscaling\nEnd it with Ctrl-C.`);
  return async () => {
    await bridge.close();
    clock.stop();
    await supervisor.stop();
  };
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options.help) {
    console.log(usage);
    return;
  }
  const stop = await start(options);
  let ending = false;
  const end = (): void => {
    // A second Ctrl-C ends it at once.
    if (ending) process.exit(130);
    ending = true;
    stop().then(() => process.exit(0), fail);
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}

/** Says why, and ends with 1. */
function fail(error: unknown): void {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') console.error('The port is in use: choose another one with --port.');
  else console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

main().catch(fail);
