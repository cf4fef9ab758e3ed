import { aKserveHpa, aPlainInferenceService, aServedModel } from '../resources/testObjects';
import { leftoverHpa } from './leftoverHpa';

const kserveHpa = aKserveHpa();
const foreign = { ...kserveHpa, metadata: { ...kserveHpa.metadata, ownerReferences: [] } };

it.each([
  ['KServe’s own after the class became keda', aServedModel({ kserveHpa }), kserveHpa],
  ['none', aServedModel(), undefined],
  ['another’s', aServedModel({ kserveHpa: foreign }), undefined],
  ['one that is in use', aServedModel({ kserveHpa, inferenceService: aPlainInferenceService() }), undefined],
])('%s', (_case, model, expected) => {
  expect(leftoverHpa(model)).toBe(expected);
});
