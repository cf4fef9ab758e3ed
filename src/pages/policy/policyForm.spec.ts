import { readAutoscalingPolicy } from '../../policy/autoscalingPolicy';
import { anInferenceService } from '../../resources/testObjects';
import { differing, formOf, ofKind, policyOf, rebase, withTrigger, type PolicyForm } from './policyForm';

const policy = readAutoscalingPolicy(anInferenceService());
const base = formOf(policy);
const model = { namespace: 'team-a', name: 'llama' };

it('shows a policy and reads it back', () => {
  expect(policyOf(base)).toEqual(policy);
  expect(policyOf({ ...base, maxReplicas: ' ', scaleDownWindow: '60' })).toMatchObject({
    maxReplicas: NaN,
    scaleDownWindowSeconds: 60,
  });
  expect(policyOf({ ...base, scaleUpWindow: 'x' }).scaleUpWindowSeconds).toBeNaN();
});

it.each<[string, Partial<PolicyForm>, Partial<PolicyForm>, Partial<PolicyForm>, string[]]>([
  ['follows where nothing was typed', {}, { maxReplicas: '9' }, { maxReplicas: '9' }, []],
  [
    'keeps what was typed elsewhere',
    { minReplicas: '2' },
    { maxReplicas: '9' },
    { minReplicas: '2', maxReplicas: '9' },
    [],
  ],
  [
    'tells of both where both changed',
    { maxReplicas: '5' },
    { maxReplicas: '9' },
    { maxReplicas: '5' },
    ['maxReplicas'],
  ],
  [
    'sees no conflict in the same change',
    { maxReplicas: '9' },
    { maxReplicas: '9' },
    { maxReplicas: '9' },
    [],
  ],
])('%s', (_case, typed, stored, expected, conflicts) => {
  const result = rebase({ ...base, ...typed }, base, { ...base, ...stored });
  expect(result).toEqual({ form: { ...base, ...expected }, conflicts });
});

it('adds triggers of kinds that are not there, then a query of one’s own', () => {
  const grown = withTrigger(withTrigger(withTrigger(base, model), model), model);
  expect(grown.triggers.map(({ trigger }) => trigger.kind)).toEqual([
    'waiting',
    'waitingAndRunning',
    'kvCache',
    'query',
  ]);
  expect(new Set(grown.triggers.map(({ id }) => id)).size).toBe(4);
  expect(differing(base, grown)).toEqual(['triggers']);
});

it('gives a trigger another kind, and keeps its query when it becomes one’s own', () => {
  const [row] = base.triggers;
  expect(row && ofKind(row, 'kvCache', model)).toMatchObject({
    threshold: '0.8',
    trigger: { kind: 'kvCache', namespace: 'team-a' },
  });
  const typed = row && { ...row, threshold: '6', typed: true as const };
  expect(typed && ofKind(typed, 'waitingAndRunning', model)).toMatchObject({ threshold: '6' });
  // A number of requests is no share of a cache.
  expect(typed && ofKind(typed, 'kvCache', model)).toMatchObject({ threshold: '0.8' });
  expect(row && ofKind(row, 'query', model).trigger.query).toBe(row?.trigger.query);
});
