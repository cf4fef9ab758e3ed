import type { StoredObject } from './definition';
import { demandQuota } from './quota';
import { Store } from './store';

const gpu = 'nvidia.com/gpu';

function aPod(name: string, gpus: string | undefined, phase = 'Running', namespace = 'team-a'): StoredObject {
  const resources = gpus === undefined ? {} : { limits: { [gpu]: gpus } };
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace },
    spec: { containers: [{ name: 'c', resources }] },
    status: { phase },
  };
}

function aStore(hard: Record<string, string>, ...pods: StoredObject[]): Store {
  const store = new Store();
  const metadata = { name: 'gpus', namespace: 'team-a' };
  store.put('/resourcequotas', { apiVersion: 'v1', kind: 'ResourceQuota', metadata, spec: { hard } });
  for (const pod of pods) store.put('/pods', pod);
  return store;
}

const two = { [`requests.${gpu}`]: '2' };

it.each<[string, Store, StoredObject]>([
  ['there is room', aStore(two, aPod('a', '1')), aPod('b', '1')],
  ['others have ended', aStore(two, aPod('a', '2', 'Succeeded')), aPod('b', '1')],
  ['it asks for none', aStore(two, aPod('a', '2')), aPod('b', undefined)],
  ['others are in another project', aStore(two, aPod('a', '2', 'Running', 'team-b')), aPod('b', '1')],
  ['the quota is about something else', aStore({ 'requests.cpu': '0' }, aPod('a', '2')), aPod('b', '1')],
])('lets a pod in when %s', (_what, store, pod) => {
  expect(() => {
    demandQuota(store, pod);
  }).not.toThrow();
});

it('refuses a pod in the words of the real server', () => {
  const store = aStore(two, aPod('a', '1', 'Pending'), aPod('c', '1'));
  expect(() => {
    demandQuota(store, aPod('b', '1'));
  }).toThrow(
    'pods "b" is forbidden: exceeded quota: gpus, requested: requests.nvidia.com/gpu=1, used: requests.nvidia.com/gpu=2, limited: requests.nvidia.com/gpu=2',
  );
});
