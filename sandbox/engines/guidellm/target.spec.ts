import type { Pod } from '../../../src/resources/pod';
import type { Service } from '../../../src/resources/service';
import { modelBehind } from './target';

const service = (name: string, selector?: Record<string, string>): Service => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name, namespace: 'chat' },
  spec: selector === undefined ? {} : { selector },
});
const pod: Pod = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: {
    name: 'llama-a',
    namespace: 'chat',
    labels: { app: 'isvc.llama-predictor', 'serving.kserve.io/inferenceservice': 'llama' },
  },
  spec: { containers: [] },
};
const services = [
  service('llama-predictor', { app: 'isvc.llama-predictor' }),
  service('granite-predictor', { app: 'isvc.granite-predictor' }),
  service('by-hand'),
];
const llama = { namespace: 'chat', model: 'llama' };

describe('modelBehind', () => {
  it.each([
    ['http://llama-predictor.chat.svc:8080', 'other', llama],
    ['http://llama-predictor.chat.svc.cluster.local:8080', 'other', llama],
    ['http://llama-predictor:8080', 'chat', llama],
    ['http://llama-predictor:8080', 'other', undefined],
    ['http://granite-predictor.chat.svc:8080', 'chat', undefined],
    ['http://by-hand.chat.svc:8080', 'chat', undefined],
    ['https://chat.apps.example.com', 'chat', undefined],
    ['nonsense', 'chat', undefined],
  ])('%s from %s', (target, from, behind) => {
    expect(modelBehind(target, from, services, [pod])).toEqual(behind);
  });
});
