import { consoleFetchJSON } from '@openshift-console/dynamic-plugin-sdk';
import { gpuRoom } from './useGpuRoom';

jest.mock('@openshift-console/dynamic-plugin-sdk', () => ({ consoleFetchJSON: jest.fn() }));

const { signal } = new AbortController();
const quota = ['hard', 'used'].map((type, index) => ({
  metric: { resourcequota: 'gpus', type },
  value: [0, String(8 - 2 * index)],
}));

it('asks for the quota in the project when the cluster-wide path is closed', async () => {
  jest
    .mocked(consoleFetchJSON)
    .mockImplementation((url) =>
      url.startsWith('/api/prometheus/')
        ? Promise.reject(Object.assign(new Error('no'), { code: 403 }))
        : Promise.resolve({ data: { result: quota } }),
    );
  await expect(gpuRoom({ path: 'cluster' }, 'team-a', ['nvidia.com/gpu'], signal)).resolves.toEqual({
    quota: { hard: 8, used: 6 },
  });
});
