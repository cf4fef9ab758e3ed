import { parseArgs } from 'node:util';
import type { MetricsBackendName } from './metrics/metricsBackend';
import { metricsBackends } from './metrics/metricsBackend';
import { scenarioNames } from './scenarios/scenario';

/** A real cluster that the console is pointed at. */
export interface RealOptions {
  /** The path of a kubeconfig. */
  kubeconfig: string;
  context?: string;
  thanos?: string;
  alertmanager?: string;
  /** Whether certificates go unchecked. */
  insecure: boolean;
  /** Whether changes are passed on. */
  write: boolean;
}

/** How the sandbox is started. */
export interface Options {
  /** Of the console, on 127.0.0.1; 0 takes a free one. */
  port: number;
  /** Name of a file in sandbox/scenarios, without .yaml. */
  scenario: string;
  /** Simulated seconds per real second, 1 to 30. */
  speed: number;
  /** Who keeps the samples and answers queries. */
  metrics: MetricsBackendName;
  /** Whether to build the plugin and the local console first. */
  build: boolean;
  help: boolean;
  /** Instead of a scenario. */
  real?: RealOptions;
}

/** The names in lines of a readable length, under the text of their option. */
function listed(names: readonly string[]): string {
  const lines = names.reduce<string[]>((done, name) => {
    const last = done.at(-1);
    if (last === undefined || last.length + name.length > 60) return [...done, name];
    return [...done.slice(0, -1), `${last}, ${name}`];
  }, []);
  return lines.join(`,\n${' '.repeat(19)}`);
}

export const usage = `Usage: npm start -- [options]

  --port N         port of the console on 127.0.0.1 (default 9000; 0: a free one)
  --scenario NAME  what happens in the cluster (default burst):
                   ${listed(scenarioNames())}
  --speed N        simulated seconds per real second, 1 to 30 (default 10)
  --metrics NAME   who answers queries: built-in (default), or prometheus, which
                   runs the real one where it is installed
  --no-build       use the plugin that dist already holds
  --help           print this

A real cluster instead of a simulated one, which is only read unless --write is given:

  --kubeconfig PATH   how to reach it: with a token or a client certificate
  --context NAME      of the kubeconfig (default: its current one)
  --thanos URL        where its metrics are
  --alertmanager URL  where its alerts are
  --insecure          do not check certificates
  --write             pass changes on to it
`;

/** The options of a real cluster; throws an Error where one of them stands alone. */
function realOptions(values: {
  kubeconfig?: string;
  context?: string;
  thanos?: string;
  alertmanager?: string;
  insecure: boolean;
  write: boolean;
}): { real?: RealOptions } {
  const { kubeconfig, insecure, write, context, thanos, alertmanager } = values;
  const named = { context, thanos, alertmanager };
  const given = Object.entries(named).filter(([, value]) => value !== undefined);
  const flags = Object.entries({ insecure, write }).filter(([, value]) => value);
  const [lonely] = [...given, ...flags];
  if (kubeconfig === undefined) {
    if (lonely !== undefined) throw new Error(`--${lonely[0]} goes with --kubeconfig.`);
    return {};
  }
  for (const name of ['thanos', 'alertmanager'] as const)
    if (values[name] !== undefined && !/^https?:\/\//.test(values[name]))
      throw new Error(`--${name} takes a URL, not "${values[name]}".`);
  return { real: { kubeconfig, insecure, write, ...Object.fromEntries(given) } };
}

const numberOption = (name: string, text: string, min: number, max: number): number => {
  const number = Number(text);
  if (text.trim() === '' || !Number.isFinite(number) || number < min || number > max) {
    throw new Error(`--${name} takes a number from ${String(min)} to ${String(max)}, not "${text}".`);
  }
  return number;
};

/** Reads the command line; throws an Error that names the option that is wrong. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '9000' },
      scenario: { type: 'string', default: 'burst' },
      speed: { type: 'string', default: '10' },
      metrics: { type: 'string', default: 'built-in' },
      'no-build': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
      kubeconfig: { type: 'string' },
      context: { type: 'string' },
      thanos: { type: 'string' },
      alertmanager: { type: 'string' },
      insecure: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    },
  });
  const port = numberOption('port', values.port, 0, 65_535);
  if (!Number.isInteger(port)) throw new Error(`--port takes a whole number, not "${values.port}".`);
  const metrics = metricsBackends.find((name) => name === values.metrics);
  if (metrics === undefined)
    throw new Error(`--metrics is one of ${metricsBackends.join(', ')}, not "${values.metrics}".`);
  return {
    port,
    scenario: values.scenario,
    speed: numberOption('speed', values.speed, 1, 30),
    metrics,
    build: !values['no-build'],
    help: values.help,
    ...realOptions(values),
  };
}
