import { consoleFetchJSON } from '@openshift-console/dynamic-plugin-sdk';
import { ownTrigger } from '../policy/trigger';
import { triggerLoad } from './triggerLoad';

jest.mock('@openshift-console/dynamic-plugin-sdk', () => ({ consoleFetchJSON: jest.fn() }));

const fetchJson = jest.mocked(consoleFetchJSON);
const { signal } = new AbortController();
const trigger = ownTrigger('waiting', { namespace: 'team-a', name: 'llama' }, 2);

function serve(value: string): void {
  fetchJson
    .mockReset()
    .mockImplementation((url) =>
      url.startsWith('/api/prometheus/')
        ? Promise.reject(Object.assign(new Error('no'), { code: 403 }))
        : Promise.resolve({ data: { result: [{ metric: {}, value: [0, value] }] } }),
    );
}

it('asks where KEDA asks', async () => {
  serve('5');
  await expect(triggerLoad(trigger, signal)).resolves.toBe(5);
});

it('takes no answer of the project for what KEDA asks of the whole cluster', async () => {
  serve('5');
  const serverAddress = trigger.serverAddress.replace('9092', '9091');
  await expect(triggerLoad({ ...trigger, serverAddress }, signal)).resolves.toBeUndefined();
  expect(fetchJson).toHaveBeenCalledTimes(1);
});
