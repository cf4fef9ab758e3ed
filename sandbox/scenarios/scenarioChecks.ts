import { Validator } from '@cfworker/json-schema';
import { profiledLoad } from '../engines/loadProfile';
import type { LoadProfile } from '../engines/loadProfile';
import type { ExtraLoad, ModelLoad } from '../engines/modelLoad';
import { profileOf } from '../engines/profiles';
import type { Scenario, ScenarioFile, ScenarioInstall, ScenarioModel } from './scenario';
import { requiredFields, scenarioFileSchema } from './scenarioSchema';

const validator = new Validator(scenarioFileSchema, '2020-12', false);

/** "#/models/0/gpus" as people write it: models[0].gpus. */
function fieldOf(pointer: string): string {
  return pointer
    .replace(/^#\/?/, '')
    .split('/')
    .map((part) => decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce((field, part) => {
      if (/^\d+$/.test(part)) return `${field}[${part}]`;
      return field === '' ? part : `${field}.${part}`;
    }, '');
}

/** Throws an Error that names the file and the field when `content` is not a scenario file. */
export function checkFile(file: string, name: string, content: unknown): ScenarioFile {
  const { errors } = validator.validate(content);
  // The validator reports a broken field and each of its parents, from the outside in: the deepest says what is wrong.
  const deepest = Math.max(0, ...errors.map(({ instanceLocation }) => instanceLocation.split('/').length));
  const error = errors.findLast(({ instanceLocation }) => instanceLocation.split('/').length === deepest);
  if (error !== undefined) {
    const field = fieldOf(error.instanceLocation);
    const problem = error.keyword === 'false' ? 'there is no such field.' : error.error;
    throw new Error(`${file}: ${field === '' ? 'the file' : field}: ${problem}`);
  }
  const scenario = content as ScenarioFile;
  if (scenario.name !== name) throw new Error(`${file}: name: must be "${name}", as the file is called.`);
  return scenario;
}

const keyOf = ({ namespace, name }: ModelLoad): string => `${namespace}/${name}`;

type Problem = [field: string, problem: string];

function autoscalingProblem({ autoscaling }: ScenarioModel, keda: boolean): Problem | undefined {
  const { min, max, threshold, query, scaleDownSeconds } = autoscaling;
  if (min > max) return ['min', `${String(min)} is more than max, ${String(max)}.`];
  if (autoscaling.class === 'none' && min !== max) return ['max', 'class none needs min = max.'];
  if ((autoscaling.class === 'keda') !== (threshold !== undefined)) {
    return ['threshold', 'belongs to class keda, and to no other.'];
  }
  for (const [field, value] of Object.entries({ query, scaleDownSeconds }))
    if (value !== undefined && threshold === undefined)
      return [field, 'belongs to class keda, and to no other.'];
  if (autoscaling.class === 'keda' && !keda) return ['class', 'cannot be keda where keda is false.'];
  return undefined;
}

function trafficProblem({ profile, traffic }: ScenarioModel): Problem | undefined {
  const { promptTokens, outputTokens } = traffic;
  for (const [field, { min, max }] of Object.entries({ promptTokens, outputTokens })) {
    if (min > max) return [`${field}.min`, `${String(min)} is more than max, ${String(max)}.`];
  }
  const { kvTokens } = profileOf(profile);
  return promptTokens.max + outputTokens.max > kvTokens
    ? ['promptTokens.max', `with the answer it is more than the KV cache holds, ${String(kvTokens)}.`]
    : undefined;
}

function modelProblem(model: ScenarioModel, scenario: Scenario): Problem | undefined {
  if (!scenario.namespaces.includes(model.namespace)) {
    return ['namespace', `"${model.namespace}" is not among the namespaces.`];
  }
  if (!scenario.nodes.some(({ gpus }) => gpus >= model.gpus)) {
    return ['gpus', `no node has ${String(model.gpus)} GPUs.`];
  }
  const within = (part: string, problem?: Problem): Problem | undefined =>
    problem === undefined ? undefined : [`${part}.${problem[0]}`, problem[1]];
  return (
    within('autoscaling', autoscalingProblem(model, scenario.keda)) ??
    within('traffic', trafficProblem(model))
  );
}

const staged = (load: ExtraLoad | LoadProfile): ExtraLoad => ('profile' in load ? profiledLoad(load) : load);

/** The models of a file with what is said about them by their keys. */
function wholeModels({ models = [], instead = {}, load = {} }: Omit<ScenarioFile, 'from'>): ScenarioModel[] {
  return models.map((model) => {
    const extra = load[keyOf(model)];
    const own = { ...model, ...instead[keyOf(model)] };
    return extra === undefined ? own : { ...own, traffic: { ...own.traffic, load: staged(extra) } };
  });
}

/** The installed charts of a file, with the extra load of their models. */
function wholeInstalls({ installs = [], load = {} }: Omit<ScenarioFile, 'from'>): ScenarioInstall[] {
  return installs.map((install) => {
    const extra = load[keyOf(install)];
    return extra === undefined
      ? install
      : { ...install, traffic: { ...install.traffic, load: staged(extra) } };
  });
}

/** The field that speaks of a model that is not there. */
function strayField({
  models = [],
  installs = [],
  instead = {},
  load = {},
}: Omit<ScenarioFile, 'from'>): string | undefined {
  const keys = [...models, ...installs].map(keyOf);
  const fields = Object.entries({ load, instead }).flatMap(([field, record]) =>
    Object.keys(record)
      .filter((key) => !keys.includes(key))
      .map((key) => `${field}.${key}`),
  );
  return fields[0];
}

/** Models are there unless a fleet is, or there is nothing to serve them. */
function absenceProblem({ models, fleet, kserve = true }: Scenario): string | undefined {
  if (models.length === 0) return kserve && fleet === undefined ? 'there must be one at least.' : undefined;
  if (!kserve) return 'there can be none where kserve is false.';
  return fleet === undefined ? undefined : 'there can be none beside a fleet.';
}

/** The scenario that a file, with what it took over, describes; throws an Error that names the file and the field. */
export function checkScenario(file: string, content: Omit<ScenarioFile, 'from'>): Scenario {
  const wrong = (field: string, problem: string): never => {
    throw new Error(`${file}: ${field}: ${problem}`);
  };
  const missing = requiredFields.find((field) => content[field] === undefined);
  if (missing !== undefined) wrong(missing, 'is required.');
  const models = wholeModels(content);
  const installs = wholeInstalls(content);
  const fields = Object.entries({
    ...content,
    models,
    ...(installs.length === 0 ? {} : { installs }),
  }).filter(([name]) => name !== 'load' && name !== 'instead');
  const scenario = Object.fromEntries(fields) as unknown as Scenario;
  const absence = absenceProblem(scenario);
  if (absence !== undefined) wrong('models', absence);
  const keys = scenario.models.map(keyOf);
  for (const [index, model] of scenario.models.entries()) {
    const field = `models[${String(index)}]`;
    const problem = modelProblem(model, scenario);
    if (problem !== undefined) wrong(`${field}.${problem[0]}`, problem[1]);
    if (keys.indexOf(keyOf(model)) !== index) wrong(`${field}.name`, `${keyOf(model)} is there twice.`);
  }
  const stray = strayField(content);
  return stray === undefined ? scenario : wrong(stray, 'there is no such model.');
}
