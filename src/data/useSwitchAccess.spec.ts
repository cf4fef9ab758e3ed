import { useAccessReview } from '@openshift-console/dynamic-plugin-sdk';
import type { AccessReviewResourceAttributes } from '@openshift-console/dynamic-plugin-sdk';
import { renderHook } from '@testing-library/react';
import { aKserveHpa, aPlainInferenceService, aServedModel } from '../resources/testObjects';
import { needsOf, nextOf } from './switchAction';
import { useAccess } from './useAccess';
import { useSwitchAccess } from './useSwitchAccess';

jest.mock('@openshift-console/dynamic-plugin-sdk', () => ({ useAccessReview: jest.fn() }));

const asked = new Set<string>();
jest.mocked(useAccessReview).mockImplementation(({ verb, resource }: AccessReviewResourceAttributes) => {
  asked.add(`${verb ?? ''} ${resource ?? ''}`);
  return [resource !== 'scaledobjects', false];
});

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
  ])('asks for what is needed and nothing else: %s', (_what, model, reviews) => {
    asked.clear();
    const { result } = renderHook(() => useSwitchAccess(model));
    expect([...asked]).toEqual(reviews);
    const { result: all } = renderHook(() => useAccess(model.namespace));
    expect(result.current).toEqual(needsOf(model, all.current)[nextOf(model)]);
  });
});
