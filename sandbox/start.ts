import { announcement } from './announcement';
import { startBridge } from './bridge/bridge';
import { createClock } from './clock';
import { buildConsole } from './console/build';
import type { Backend, Control } from './control';
import type { Options, RealOptions } from './options';
import { areInstalled } from './metrics/prometheus/process';
import { readOptions, usage } from './options';
import { buildPlugin, pluginDist, requirePluginBuild } from './pluginBuild';
import { connectRealCluster } from './realCluster/realCluster';
import { checkReady } from './ready';
import { startSupervisor } from './supervisor';

/** What stands behind the console, and how it ends. */
interface Behind {
  backend: () => Backend;
  control: Control;
  stop(): Promise<void>;
}

async function startSimulated({ scenario, speed, metrics }: Options): Promise<Behind> {
  console.log(`Starting the cluster of the scenario "${scenario}" ...`);
  const clock = createClock(speed);
  if (metrics === 'prometheus') {
    if (!areInstalled('prometheus'))
      throw new Error(
        '--metrics=prometheus needs prometheus on the PATH (Debian: apt-get install prometheus).',
      );
    console.log('The real Prometheus keeps the samples and answers all queries, in simulated time.');
  }
  const supervisor = await startSupervisor(scenario, clock, { backend: metrics });
  return {
    backend: () => supervisor.backend,
    control: supervisor.control,
    async stop() {
      clock.stop();
      await supervisor.stop();
    },
  };
}

function connect(real: RealOptions): Behind {
  const { backend, control } = connectRealCluster(real);
  const how = real.write ? 'it may be changed' : 'it is only read';
  console.log(`Looking at the cluster ${backend.api} (${control.state().real?.context ?? ''}): ${how}.`);
  if (real.thanos === undefined) console.log('Without --thanos URL there are no numbers.');
  return { backend: () => backend, control, stop: () => Promise.resolve() };
}

async function start(options: Options): Promise<() => Promise<void>> {
  if (options.build) {
    console.log('Building the plugin as for production ...');
    await buildPlugin();
  } else {
    requirePluginBuild();
  }
  console.log('Building the local console, unless it is built ...');
  const consoleDist = await buildConsole();

  const behind = options.real === undefined ? await startSimulated(options) : connect(options.real);
  const { backend, control } = behind;
  const bridge = await startBridge({ port: options.port, pluginDist, consoleDist, backend, control });
  await checkReady(bridge.url);
  const name = options.real === undefined ? 'sandbox' : 'local console';
  console.log(`\n${announcement(name, bridge.url)}\nEnd it with Ctrl-C.`);
  return async () => {
    await bridge.close();
    await behind.stop();
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
