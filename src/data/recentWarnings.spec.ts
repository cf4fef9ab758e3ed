import type { KubernetesEvent } from '../resources/event';
import { recentWarnings } from './recentWarnings';

it('reads the warnings of each project at most every 15 s, and gives those of the last read meanwhile', async () => {
  let time = 0;
  const read = jest.fn((namespace: string) =>
    Promise.resolve([{ metadata: { name: `${namespace} ${time.toString()}` } } as KubernetesEvent]),
  );
  const warnings = recentWarnings(read, () => time);
  const names = async (namespace: string) => (await warnings(namespace)).map(({ metadata }) => metadata.name);
  expect(await names('a')).toEqual(['a 0']);
  time = 14_999;
  expect(await names('a')).toEqual(['a 0']);
  expect(await names('b')).toEqual(['b 14999']);
  time = 15_000;
  expect(await names('a')).toEqual(['a 15000']);
  expect(read).toHaveBeenCalledTimes(3);
});
