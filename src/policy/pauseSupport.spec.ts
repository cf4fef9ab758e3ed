import { aKedaHpa, aScaledObject, aServedModel } from '../resources/testObjects';
import { holdsOneDirection } from './pauseSupport';

const hpaActive = { type: 'HPAActive', status: 'True' } as const;

it.each([
  ['nothing tells', {}, undefined],
  ['what KEDA 2.19 writes', { scaledObject: aScaledObject({}, {}, { triggersActivity: {} }) }, true],
  ['what KEDA 2.20 writes', { scaledObject: aScaledObject({}, {}, { conditions: [hpaActive] }) }, true],
  [
    'an HPA that holds',
    { kedaHpa: aKedaHpa({}, { behavior: { scaleDown: { selectPolicy: 'Disabled' } } }) },
    true,
  ],
])('knows of one direction: %s', (_case, objects, expected) => {
  expect(holdsOneDirection(aServedModel(objects))).toBe(expected);
});
