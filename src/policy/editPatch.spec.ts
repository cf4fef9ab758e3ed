import { applyPatch, type Operation } from 'fast-json-patch';
import type { ExternalMetric, InferenceService } from '../resources/inferenceService';
import { anInferenceService, aPlainInferenceService } from '../resources/testObjects';
import { editPatch } from './editPatch';
import type { PatchOperation } from './patchOperation';
import { readPolicy } from './readPolicy';
import { thresholdText } from './thresholdPatch';

/** Applies as the API server does: operations in order, a failed test refuses all. */
function patched(object: InferenceService, patch: PatchOperation[]): InferenceService {
  return applyPatch(object, patch as Operation[], true, false).newDocument;
}

function withTarget(target: ExternalMetric['target'], first: { type: 'Resource' }[] = []): InferenceService {
  const external = { metric: { backend: 'prometheus', query: 'mine' }, ...(target && { target }) };
  return anInferenceService({ autoScaling: { metrics: [...first, { type: 'External', external }] } });
}

const stored: [string, InferenceService][] = [
  ['the usual object', anInferenceService()],
  ['one without bounds', { ...anInferenceService(), spec: { predictor: withTarget({}).spec.predictor } }],
  ['one without a target', withTarget(undefined)],
  ['one with a number', withTarget({ type: 'Value', value: 5 })],
  ['one with only an average', withTarget({ type: 'AverageValue', averageValue: '2500m' })],
  ['one with two values that differ', withTarget({ type: 'AverageValue', value: '1', averageValue: '2' })],
  ['one with a quantity that KEDA cannot read', withTarget({ type: 'AverageValue', value: '2000m' })],
  ['one whose first metric is another', withTarget({ value: '2' }, [{ type: 'Resource' }])],
];
const wanted = [1, 2, 3, 7, 40].flatMap((minReplicas) =>
  [0, 1, 9].flatMap((more) =>
    [0.001, 0.1, 0.75, 2, 2.5, 10, 1234.567].map((threshold) => ({
      minReplicas,
      maxReplicas: minReplicas + more,
      threshold,
    })),
  ),
);

it.each(stored)('stores any values in %s and then has nothing left to do', (_case, object) => {
  for (const values of wanted) {
    const after = patched(object, editPatch(object, values));
    expect(readPolicy(after)).toMatchObject(values);
    expect(editPatch(after, values)).toEqual([]);
    expect(readPolicy(after).query).toBe(readPolicy(object).query);
    expect(after.metadata).toEqual(object.metadata);
    const target = after.spec.predictor.autoScaling?.metrics?.at(-1)?.external?.target;
    expect(target?.value).toBe(thresholdText(values.threshold));
    expect(target?.averageValue ?? target?.value).toBe(target?.value);
  }
});

it('writes only what differs', () => {
  const values = { minReplicas: 1, maxReplicas: 4, threshold: 2 };
  expect(editPatch(anInferenceService(), values)).toEqual([
    { op: 'test', path: '/metadata/resourceVersion', value: '7' },
    { op: 'add', path: '/spec/predictor/maxReplicas', value: 4 },
  ]);
  expect(editPatch(anInferenceService(), { threshold: 3 }).map(({ op, path }) => `${op} ${path}`)).toEqual([
    'test /metadata/resourceVersion',
    'test /spec/predictor/autoScaling/metrics/0/type',
    'test /spec/predictor/autoScaling/metrics/0/external/metric',
    'add /spec/predictor/autoScaling/metrics/0/external/target/value',
    'add /spec/predictor/autoScaling/metrics/0/external/target/averageValue',
  ]);
});

it('edits no threshold where there is no Prometheus metric', () => {
  expect(editPatch(aPlainInferenceService(), { threshold: 3 })).toEqual([]);
});

it('tests no version of an object that was never stored', () => {
  const object = anInferenceService();
  delete object.metadata.resourceVersion;
  expect(editPatch(object, { maxReplicas: 4 }).map(({ op }) => op)).toEqual(['add']);
});

it('is refused when the object or the list of metrics has changed meanwhile', () => {
  const object = anInferenceService();
  const patch = editPatch(object, { threshold: 3 });
  const newer = anInferenceService({}, { resourceVersion: '8' });
  expect(() => patched(newer, patch)).toThrow('Test operation failed');
  const [version, ...rest] = patch;
  expect(version?.path).toBe('/metadata/resourceVersion');
  expect(() => patched(withTarget({ value: '2' }), rest)).toThrow('Test operation failed');
});

it.each([
  [2, '2'],
  [10, '10'],
  [100, '100'],
  [0.1, '0.1'],
  [2.5, '2.5'],
  [0.001, '0.001'],
  [1e6, '1000000'],
])('writes %d as %s', (threshold, text) => {
  expect(thresholdText(threshold)).toBe(text);
});
