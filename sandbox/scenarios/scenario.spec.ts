import { mkdtempSync, rmSync, writeFileSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { readScenario, scenarioNames } from './scenario';

/** Scenarios without models of their own. */
const empty = new Set(['fleet-10000', 'fleet-500', 'kserve-absent']);
const served = scenarioNames().filter((name) => !empty.has(name));

describe('the scenarios', () => {
  it('are those that people ask for by name', () => {
    expect(scenarioNames()).toEqual(
      `at-maximum blocked-by-hpa burst cpu-hpa failed-load flapping fleet-10000 fleet-500 gpu-starved keda-absent knative
       kserve-absent llm-services metric-names namespace-user no-series orphan-scaledobject paused quiet quota-hit ramp scale-down-hold scale-to-zero several-series
       stale-series steady stopped thanos-down thanos-slow two-autoscalers uwm-off viewer wrong-label`.split(
        /\s+/,
      ),
    );
  });

  it.each(scenarioNames())('%s says in its description what there is to see', (name) => {
    const { title, description } = readScenario(name);
    expect(title).not.toBe('');
    expect(description).toMatch(/\.$/);
  });

  it.each(served.filter((name) => name !== 'gpu-starved'))(
    '%s is valid, and has GPUs for all models at their maximum',
    (name) => {
      const { nodes, models } = readScenario(name);
      const gpus = nodes.reduce((sum, group) => sum + group.count * group.gpus, 0);
      const wanted = models.reduce((sum, model) => sum + model.gpus * model.autoscaling.max, 0);
      expect(models.length).toBeGreaterThanOrEqual(3);
      expect(gpus).toBeGreaterThanOrEqual(wanted);
    },
  );

  it.each(served)('%s has a load', (name) => {
    const { models, installs = [] } = readScenario(name);
    expect([...models, ...installs].some(({ traffic }) => traffic.load !== undefined)).toBe(true);
  });

  it('gpu-starved has GPUs for its models at their minimum, and for one replica more', () => {
    const { nodes, models } = readScenario('gpu-starved');
    const gpus = nodes.reduce((sum, group) => sum + group.count * group.gpus, 0);
    expect(gpus).toBe(1 + models.reduce((sum, model) => sum + model.gpus * model.autoscaling.min, 0));
  });

  it('a scenario says only what is different about a model', () => {
    const [changed, ...others] = readScenario('at-maximum').models;
    const [original, ...rest] = readScenario('burst').models;
    expect(changed).toEqual({ ...original, autoscaling: { class: 'keda', min: 1, max: 2, threshold: 2 } });
    expect(others).toEqual(rest);
  });

  it('keda-absent has no KEDA and no model that needs it', () => {
    const { keda, models } = readScenario('keda-absent');
    expect(keda).toBe(false);
    expect(models.map(({ autoscaling }) => autoscaling.class)).not.toContain('keda');
  });

  it('viewer is the quiet day with another user', () => {
    const { user, models } = readScenario('viewer');
    expect(user).toBe('viewer');
    expect(models).toEqual(readScenario('quiet').models);
  });
});

describe('a scenario file with a mistake', () => {
  const quiet = readFileSync(path.join(__dirname, 'quiet.yaml'), 'utf8');
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(path.join(tmpdir(), 'scenario-'));
  });
  afterEach(() => {
    rmSync(directory, { recursive: true });
  });

  it.each([
    ['maxNumSeqs: 20', 'maxNumSeqs: many', /^quiet\.yaml: models\[0\]\.maxNumSeqs: .*type/],
    ['gpus: 1', 'gpu: 1', /^quiet\.yaml: models\[0\]\.gpu: there is no such field/],
    ['user: admin', 'user: root', /^quiet\.yaml: user: /],
    ['profile: llama-3.2-3b-l40', 'profile: llama-9', /^quiet\.yaml: models\[0\]\.profile: /],
    [
      'class: keda, min: 1, max: 6',
      'class: keda, min: 7, max: 6',
      /models\[0\]\.autoscaling\.min: 7 is more/,
    ],
    ['max: 6, threshold: 2', 'max: 6', /models\[0\]\.autoscaling\.threshold: /],
    ['max: 6, threshold: 2', 'max: 6, threshold: 0', /models\[0\]\.autoscaling\.threshold: /],
    ['class: none, min: 1', 'class: none, min: 1, threshold: 2', /models\[2\]\.autoscaling\.threshold: /],
    ['class: none, min: 1, max: 1', 'class: none, min: 1, max: 2', /models\[2\]\.autoscaling\.max: /],
    ['namespace: customer-chat', 'namespace: elsewhere', /models\[0\]\.namespace: "elsewhere"/],
    ['name: qwen-2-5-7b', 'name: llama-3-1-8b', /models\[5\]\.name: .*twice/],
    ['gpus: 1', 'gpus: 16', /models\[0\]\.gpus: no node has 16 GPUs/],
    ['min: 20, max: 2000', 'min: 9000, max: 2000', /models\[0\]\.traffic\.promptTokens\.min: /],
    ['min: 20, max: 2000', 'min: 20, max: 300000', /traffic\.promptTokens\.max: .*KV cache/],
    ['keda: true', 'keda: false', /models\[0\]\.autoscaling\.class: cannot be keda/],
    ['  customer-chat/llama-3-2-3b:', '  customer-chat/llama:', /load\.customer-chat\/llama: there is no/],
    ['name: quiet', 'name: loud', /^quiet\.yaml: name: must be "quiet"/],
    ['keda: true\n', '', /^quiet\.yaml: keda: is required/],
    ['keda: true\n', 'keda: true\nkserve: false\n', /models: there can be none where kserve is false/],
    ['keda: true\n', 'keda: true\nfleet: { models: 5, projects: 1 }\n', /models: there can be none beside/],
    ['keda: true\n', 'keda: true\nfleet: { models: 0, projects: 1 }\n', /fleet\.models: /],
    ['keda: true\n', 'keda: true\nmonitoring: { userWorkload: true }\n', /monitoring: .*querier/],
    ['keda: true\n', 'keda: true\ninstead: { a/b: { gpus: 1 } }\n', /instead\.a\/b: there is no such model/],
    ['keda: true\n', 'keda: true\nacts: [{ by: admin }]\n', /acts\[0\]: /],
    ['class: none, min: 1', 'class: none, min: 1, query: up', /models\[2\]\.autoscaling\.query: belongs/],
    ['user: admin', 'user: [', /^quiet\.yaml is not YAML: /],
    ['user: admin', 'from: quiet', /^quiet\.yaml: from: /],
    ['user: admin', 'from: nowhere', /There is no scenario "nowhere", only quiet/],
  ])('%s -> %s is refused', (right, wrong, message) => {
    writeFileSync(path.join(directory, 'quiet.yaml'), quiet.replace(right, wrong));
    expect(() => readScenario('quiet', directory)).toThrow(message);
  });

  it('is refused when nothing is in it', () => {
    writeFileSync(path.join(directory, 'empty.yaml'), '');
    expect(() => readScenario('empty', directory)).toThrow(/^empty\.yaml: the file: /);
  });
});
