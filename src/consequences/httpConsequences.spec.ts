import { pausedAnnotation } from '../resources/pause';
import { aDeployment, aScaledObject, aServedModel } from '../resources/testObjects';
import { httpConsequences } from './httpConsequences';

const running = (replicas: number, annotations = {}, labels = {}) => {
  const scaledObject = aScaledObject({}, { annotations, labels });
  return { model: aServedModel({ scaledObject, deployment: aDeployment(replicas) }), scaledObject };
};
const codes = (
  { model, scaledObject }: ReturnType<typeof running>,
  minReplicas: number,
  maxReplicas: number,
) => httpConsequences(model, scaledObject, { minReplicas, maxReplicas }, {}).map(({ code }) => code);

it.each([
  ['what lies within', running(2), 0, 3, ['gpusAtMax']],
  ['a maximum below', running(3), 0, 2, ['atOnce', 'cutsRequests', 'gpusAtMax']],
  ['a minimum that wakes it', running(0), 1, 2, ['atOnce', 'gpusAtMax']],
  ['a paused model', running(3, { [pausedAnnotation]: 'true' }), 0, 2, ['gpusAtMax']],
  ['a GitOps tool', running(2, { 'argocd.argoproj.io/tracking-id': 'x' }), 0, 3, ['gitOps', 'gpusAtMax']],
])('%s', (_case, state, min, max, expected) => {
  expect(codes(state, min, max)).toEqual(expected);
});
