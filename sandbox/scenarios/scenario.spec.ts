import { mkdtempSync, rmSync, writeFileSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { readScenario, scenarioNames } from './scenario';

describe('the scenarios', () => {
  it('are the four that the menu offers', () => {
    expect(scenarioNames()).toEqual(['burst', 'keda-absent', 'quiet', 'viewer']);
  });

  it.each(scenarioNames())('%s is valid, and has GPUs for all models at their maximum', (name) => {
    const { nodes, models } = readScenario(name);
    const gpus = nodes.reduce((sum, group) => sum + group.count * group.gpus, 0);
    const wanted = models.reduce((sum, model) => sum + model.gpus * model.autoscaling.max, 0);
    expect(models.length).toBeGreaterThanOrEqual(3);
    expect(gpus).toBeGreaterThanOrEqual(wanted);
  });

  it.each(scenarioNames())('%s has a load', (name) => {
    expect(readScenario(name).models.some(({ traffic }) => traffic.load !== undefined)).toBe(true);
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
    ['name: granite-3-3-8b', 'name: llama-3-2-3b', /models\[1\]\.name: .*twice/],
    ['gpus: 1', 'gpus: 16', /models\[0\]\.gpus: no node has 16 GPUs/],
    ['min: 20, max: 2000', 'min: 9000, max: 2000', /models\[0\]\.traffic\.promptTokens\.min: /],
    ['min: 20, max: 2000', 'min: 20, max: 300000', /traffic\.promptTokens\.max: .*KV cache/],
    ['keda: true', 'keda: false', /models\[0\]\.autoscaling\.class: cannot be keda/],
    ['  customer-chat/llama-3-2-3b:', '  customer-chat/llama:', /load\.customer-chat\/llama: there is no/],
    ['name: quiet', 'name: loud', /^quiet\.yaml: name: must be "quiet"/],
    ['keda: true\n', '', /^quiet\.yaml: keda: is required/],
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
