import { expect, test } from '@playwright/test';
import assert from 'node:assert/strict';
import { readAutoscalingPolicy, samePolicy, type AutoscalingPolicy } from '../src/policy/autoscalingPolicy';
import type { PatchOperation } from '../src/policy/patchOperation';
import { policyPatch } from '../src/policy/policyPatch';
import type { AutoScalingMetric, InferenceService } from '../src/resources/inferenceService';
import { startPolicyServer, type PolicyServer } from './support/policyServer';
import { RandomPolicies } from './support/randomPolicies';

const pairs = 1200;
const seed = 20261125;

// Thousands of comparisons: plain ones, without a trace of each.
test.use({ trace: 'off' });

let server: PolicyServer;

test.beforeAll(async () => {
  server = await startPolicyServer();
});

test.afterAll(async () => {
  await server.stop();
});

function foreignIn({ spec }: InferenceService): AutoScalingMetric[] {
  const metrics = spec.predictor.autoScaling?.metrics ?? [];
  return metrics.filter(({ external }) => external?.metric.backend !== 'prometheus');
}

/** What somebody else may do between two of our edits: other metrics, HPA rules that are not ours. */
async function meddle(random: RandomPolicies): Promise<void> {
  const { predictor } = (await server.read()).spec;
  const { metrics, behavior } = predictor.autoScaling ?? {};
  if (metrics !== undefined && random.chance(0.2)) {
    await server.edit({
      spec: { predictor: { autoScaling: { metrics: [random.foreignMetric(), ...metrics] } } },
    });
  }
  if (behavior?.scaleDown !== undefined && random.chance(0.2)) {
    const policies = [{ type: 'Pods', value: 1, periodSeconds: 60 }];
    await server.edit({ spec: { predictor: { autoScaling: { behavior: { scaleDown: { policies } } } } } });
  }
  if (random.chance(0.1)) await server.edit({ spec: { predictor: { maxReplicas: null } } });
}

/** Applies the patch, looks at what the server stores, and applies it again. Returns whether there was something to do. */
async function applyTwice(wanted: AutoscalingPolicy): Promise<boolean> {
  const before = await server.read();
  const patch = policyPatch(before, wanted);
  const answer = patch.length > 0 ? await server.patch(patch) : undefined;
  assert.equal(answer?.code ?? 200, 200, `${answer?.message ?? ''} ${JSON.stringify(patch)}`);
  const after = answer?.object ?? before;
  assert.deepEqual(readAutoscalingPolicy(after), wanted);
  assert.deepEqual(policyPatch(after, wanted), []);
  if (after.spec.predictor.autoScaling !== undefined) assert.deepEqual(foreignIn(after), foreignIn(before));
  // The very same patch again: refused by its tests, or without effect.
  if (patch.length > 0) {
    assert.ok([200, 422].includes((await server.patch(patch)).code));
    assert.deepEqual((await server.read()).spec, after.spec);
  }
  return patch.length > 0;
}

/** Somebody else changes everything that a policy is made of. */
async function takeOver({ spec }: InferenceService): Promise<InferenceService> {
  const { autoScaling } = spec.predictor;
  const changed = autoScaling?.metrics?.map((metric) =>
    metric.external === undefined
      ? metric
      : { ...metric, external: { ...metric.external, target: { type: 'Value', value: '777' } } },
  );
  return server.edit({
    spec: {
      predictor: {
        minReplicas: 9,
        maxReplicas: 11,
        ...(changed && {
          autoScaling: {
            metrics: changed,
            behavior: {
              scaleUp: { stabilizationWindowSeconds: 61 },
              scaleDown: { stabilizationWindowSeconds: 61 },
            },
          },
        }),
      },
    },
  });
}

const testsVersion = (patch: readonly PatchOperation[]): boolean =>
  patch.some(({ op, path }) => op === 'test' && path === '/metadata/resourceVersion');

/** Goes from one policy to the next; returns how many differed. */
async function walk(random: RandomPolicies): Promise<number> {
  let changes = 0;
  for (let pair = 0; pair < pairs; pair += 1) {
    await meddle(random);
    if (await applyTwice(random.policy())) changes += 1;
  }
  return changes;
}

/** Lets somebody else change all of the policy between our look and our write; returns how many patches that refused. */
async function collide(random: RandomPolicies): Promise<number> {
  let refused = 0;
  for (let pair = 0; pair < 400; pair += 1) {
    const seen = await server.read();
    const wanted = random.policy();
    const patch = policyPatch(seen, wanted);
    if (patch.length === 0) continue;
    const edited = await takeOver(seen);
    const answer = await server.patch(patch);
    assert.equal(answer.code, 422, JSON.stringify(patch));
    assert.deepEqual((await server.read()).spec, edited.spec);
    refused += 1;
    // On the new state the same wish goes through.
    const again = await server.patch(policyPatch(edited, wanted));
    assert.equal(again.code, 200, again.message);
    assert.ok(samePolicy(readAutoscalingPolicy(again.object), wanted));
  }
  return refused;
}

/** Lets somebody else set a label meanwhile; returns how many patches went through. */
async function passBy(random: RandomPolicies): Promise<number> {
  let passed = 0;
  for (let pair = 0; pair < 300; pair += 1) {
    const seen = await server.read();
    const wanted = random.policy();
    const patch = policyPatch(seen, wanted);
    if (patch.length === 0) continue;
    await server.edit({ metadata: { labels: { round: String(pair) } } });
    const { code } = await server.patch(patch);
    assert.equal(code, testsVersion(patch) ? 422 : 200, JSON.stringify(patch));
    if (code === 200) passed += 1;
    else await applyTwice(wanted);
  }
  return passed;
}

test(`gets from any of ${String(pairs)} policies to the next on the API server, once and for all`, async () => {
  const changes = await walk(new RandomPolicies(seed));
  console.log(`${String(pairs)} pairs of policies, ${String(changes)} different (seed ${String(seed)})`);
  expect(changes).toBeGreaterThan(1000);
});

test('is refused when somebody changed the same meanwhile, and nothing of it is written', async () => {
  const refused = await collide(new RandomPolicies(seed + 1));
  console.log(`${String(refused)} concurrent edits, all caught`);
  expect(refused).toBeGreaterThan(300);
});

test('goes through when somebody changed something else meanwhile, unless annotations are at stake', async () => {
  const passed = await passBy(new RandomPolicies(seed + 2));
  console.log(`${String(passed)} edits beside another's went through`);
  expect(passed).toBeGreaterThan(50);
});
