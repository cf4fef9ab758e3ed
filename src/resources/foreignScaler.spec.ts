import { foreignScalerOf } from './foreignScaler';
import { aKserveHpa, aScaledObject, aServedModel } from './testObjects';

const owned = aServedModel();
const bare = aServedModel();
delete bare.scaledObject;
const nobody = {
  ...owned.inferenceService,
  metadata: { ...owned.inferenceService.metadata, uid: 'another' },
};

describe('foreignScalerOf', () => {
  it('names a ScaledObject, or an HPA, that KServe did not make', () => {
    const scaledObject = aScaledObject();
    expect(foreignScalerOf({ ...owned, scaledObject, inferenceService: nobody })).toEqual({
      kind: 'ScaledObject',
      name: scaledObject.metadata.name,
    });
    expect(foreignScalerOf({ ...bare, kserveHpa: aKserveHpa(), inferenceService: nobody })).toEqual({
      kind: 'HorizontalPodAutoscaler',
      name: aKserveHpa().metadata.name,
    });
  });

  it('leaves alone what KServe made, and what is not there', () => {
    expect(foreignScalerOf({ ...owned, kserveHpa: aKserveHpa() })).toBeUndefined();
    expect(foreignScalerOf(bare)).toBeUndefined();
  });
});
