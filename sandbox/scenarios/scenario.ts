import { readFileSync, readdirSync } from 'node:fs';
import * as path from 'node:path';
import { parse } from 'yaml';
import type { LoadProfile } from '../engines/loadProfile';
import type { MetricNameSet } from '../engines/metricNames';
import type { ExtraLoad, ModelLoad } from '../engines/modelLoad';
import type { QuerierHealth } from '../metrics/thanos';
import { checkFile, checkScenario } from './scenarioChecks';

/** How a model's replicas are kept: by KEDA, by KServe's own HPA, fixed, or with the annotation left out (which KServe takes for hpa). */
export interface ScenarioAutoscaling {
  class: 'keda' | 'hpa' | 'none' | 'absent';
  min: number;
  max: number;
  /** Waiting requests per replica; for keda only. */
  threshold?: number;
  /** What KEDA asks; left out, the sum of the model's waiting requests. For keda only. */
  query?: string;
  /** How long the HPA holds a wish for less, 300 s when not told; for keda only. */
  scaleDownSeconds?: number;
}

/** A model of a scenario: an InferenceService with its own ServingRuntime of the same name. */
export interface ScenarioModel extends ModelLoad {
  displayName: string;
  storageUri: string;
  /** Name of an engine profile. */
  profile: string;
  maxNumSeqs: number;
  /** GPUs of a replica. */
  gpus: number;
  /** From being placed on a node to serving. */
  loadSeconds: number;
  deploymentMode: 'Standard' | 'Knative';
  /** The last words of a vLLM that ends while it loads the model, each time. */
  loadFault?: string;
  /** What its metrics are called; today's names of vLLM, when not told. */
  metricNames?: MetricNameSet;
  autoscaling: ScenarioAutoscaling;
}

/** A chart that a person installed: what Helm made of it (rendered/<manifest>.yaml), and the traffic of its model. */
export interface ScenarioInstall extends ModelLoad {
  manifest: string;
}

/** Nodes of the same make; quantities as Kubernetes writes them. */
export interface ScenarioNodes {
  name: string;
  count: number;
  cpu: string;
  memory: string;
  gpus: number;
  gpuProduct?: string;
}

/** What works of monitoring: whether projects are scraped at all, and how the Thanos querier answers. */
export interface ScenarioMonitoring {
  userWorkload: boolean;
  querier: QuerierHealth;
  /** Simulated seconds after the start when the Prometheus of projects dies; it does not, when not told. */
  endsAfterSeconds?: number;
}

/** A ResourceQuota of a project for GPUs. */
export interface ScenarioQuota {
  namespace: string;
  gpus: number;
}

/** What somebody did once the models served, one after the other: a merge patch (RFC 7396) of one object. */
export interface ScenarioAct {
  /** The user; who it was is read from the field manager `with`. */
  by: string;
  with: string;
  kind: 'InferenceService' | 'ScaledObject' | 'Deployment';
  /** "namespace/name". */
  object: string;
  merge: Record<string, unknown>;
}

/** An LLMInferenceService. No controller follows it. */
export interface ScenarioLlmInferenceService {
  namespace: string;
  name: string;
  spec: Record<string, unknown>;
}

/** A large fleet that stands still: its objects are there complete, no controller and no engine runs. */
export interface ScenarioFleet {
  models: number;
  projects: number;
}

/** A cluster and what happens on it. */
export interface Scenario {
  name: string;
  title: string;
  description: string;
  /** Whose rights the console has: one of sandboxUsers. */
  user: string;
  /** Whether KServe is installed; it is, when not told. */
  kserve?: boolean;
  /** Whether KEDA is installed. */
  keda: boolean;
  /** Whether the KEDA HTTP add-on is installed; it is not, when not told. */
  httpAddOn?: boolean;
  /** All of it works, when not told. */
  monitoring?: ScenarioMonitoring;
  /** The projects; editor and viewer have their rights in all of them. */
  namespaces: readonly string[];
  nodes: readonly ScenarioNodes[];
  quotas?: readonly ScenarioQuota[];
  models: readonly ScenarioModel[];
  installs?: readonly ScenarioInstall[];
  /** Their kind is served where there are any. */
  llmInferenceServices?: readonly ScenarioLlmInferenceService[];
  acts?: readonly ScenarioAct[];
  fleet?: ScenarioFleet;
}

/**
 * A scenario file as it is written: fields may come from the file that `from` names. `load` and `instead`, by
 * "namespace/name", say what a model gets and what is different about it.
 */
export type ScenarioFile = Pick<Scenario, 'name' | 'title' | 'description'> &
  Partial<Scenario> & {
    from?: string;
    load?: Record<string, ExtraLoad | LoadProfile>;
    instead?: Record<string, Partial<ScenarioModel>>;
  };

const folder = __dirname;
const extension = '.yaml';

function readFile(directory: string, name: string): ScenarioFile {
  const file = `${name}${extension}`;
  let text: string;
  try {
    text = readFileSync(path.join(directory, file), 'utf8');
  } catch (error) {
    const known = scenarioNames(directory).join(', ');
    throw new Error(`There is no scenario "${name}", only ${known}.`, { cause: error });
  }
  let content: unknown;
  try {
    content = parse(text);
  } catch (error) {
    throw new Error(`${file} is not YAML: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
  return checkFile(file, name, content);
}

/** The names of all scenarios, in the order of the alphabet. */
export function scenarioNames(directory = folder): string[] {
  return readdirSync(directory)
    .filter((file) => file.endsWith(extension))
    .map((file) => file.slice(0, -extension.length))
    .sort();
}

/** A file with what it takes over; `trail` are the files that took over from it. */
function readWhole(
  directory: string,
  name: string,
  trail: readonly string[] = [],
): Omit<ScenarioFile, 'from'> {
  const { from, ...own } = readFile(directory, name);
  if (from === undefined) return own;
  if (trail.includes(from) || from === name) {
    throw new Error(`${name}${extension}: from: "${from}" takes over from this scenario itself.`);
  }
  return { ...readWhole(directory, from, [...trail, name]), ...own };
}

/** Reads a scenario; throws an Error that names the file and the field when something is wrong with it. */
export function readScenario(name: string, directory = folder): Scenario {
  return checkScenario(`${name}${extension}`, readWhole(directory, name));
}
