import { useAccessReview } from '@openshift-console/dynamic-plugin-sdk';
import type { AccessReviewResourceAttributes } from '@openshift-console/dynamic-plugin-sdk';
import { renderHook } from '@testing-library/react';
import { aKserveHpa, aPlainInferenceService, aServedModel } from '../resources/testObjects';
import { needsOf } from './changeNeeds';
import { nextOf } from './switchAction';
import { useAccess } from './useAccess';
import { useSwitchAccess } from './useSwitchAccess';

jest.mock('@openshift-console/dynamic-plugin-sdk', () => ({ useAccessReview: jest.fn() }));

const asked = new Set<string>();
jest.mocked(useAccessReview).mockImplementation(({ verb, resource }: AccessReviewResourceAttributes) => {
  asked.add(`${verb ?? ''} ${resource ?? ''}`);
  return [resource !== 'scaledobjects', false];
});

function foreignHpa() {
  const hpa = aKserveHpa();
  return { ...hpa, metadata: { ...hpa.metadata, ownerReferences: [] } };
}

describe('useSwitchAccess', () => {
  const plain = { inferenceService: aPlainInferenceService() };
  it.each([
    ['pausing', aServedModel(), ['patch scaledobjects']],
    ['turning on', aServedModel(plain), ['patch inferenceservices']],
    [
      'turning on beside an HPA of KServe',
      aServedModel({ ...plain, kserveHpa: aKserveHpa() }),
      ['patch inferenceservices', 'delete horizontalpodautoscalers'],
    ],
    [
      'turning on beside an HPA of somebody else, which stays',
      aServedModel({ ...plain, kserveHpa: foreignHpa() }),
      ['patch inferenceservices'],
    ],
  ])('asks for what is needed and nothing else: %s', (_what, model, reviews) => {
    asked.clear();
    const { result } = renderHook(() => useSwitchAccess(model));
    expect([...asked]).toEqual(reviews);
    const { result: all } = renderHook(() => useAccess(model.namespace));
    expect(result.current.reviews).toEqual(needsOf(model, all.current)[nextOf(model)]);
  });

  it.each([
    ['nothing beside the patch', aServedModel(), ['patch inferenceservices.serving.kserve.io']],
    [
      'removing the HPA that KServe left behind',
      aServedModel({ kserveHpa: aKserveHpa() }),
      ['patch inferenceservices.serving.kserve.io', 'delete horizontalpodautoscalers.autoscaling'],
    ],
    [
      'leaving the HPA of somebody else',
      aServedModel({ kserveHpa: foreignHpa() }),
      ['patch inferenceservices.serving.kserve.io'],
    ],
  ])('an edit needs the rights for %s', (_what, model, rights) => {
    const { result } = renderHook(() => useAccess(model.namespace));
    expect(needsOf(model, result.current).edit.map(({ right }) => right)).toEqual(rights);
  });
});
