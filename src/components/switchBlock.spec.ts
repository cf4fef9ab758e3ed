import type { Translate } from '../i18n';
import { aScaledObject, aServedModel } from '../resources/testObjects';
import type { ModelStatus } from '../status/modelStatus';
import { switchBlock } from './switchBlock';

const t = ((key: string, facts: Record<string, unknown> = {}) =>
  key.replaceAll(/\{\{(\w+)\}\}/g, (_whole, name: string) => String(facts[name]))) as unknown as Translate;
const status: ModelStatus = { code: 'twoAutoscalers', names: [], deployment: '', tone: 'danger' };
const facts = { status, kedaInstalled: true, reviews: [] };
const foreign = aScaledObject({}, { name: 'by-hand', ownerReferences: [] });
const model = aServedModel({ scaledObject: foreign });

it('does not turn on what somebody else scales: the pods would restart, and KEDA would refuse', () => {
  expect(switchBlock({ ...facts, model, turnsOn: true }, t)).toMatch(/^The ScaledObject by-hand scales/);
  expect(switchBlock({ ...facts, model: aServedModel(), turnsOn: true }, t)).toBeUndefined();
});

it('pauses and resumes it all the same', () => {
  expect(switchBlock({ ...facts, model, turnsOn: false }, t)).toBeUndefined();
});
