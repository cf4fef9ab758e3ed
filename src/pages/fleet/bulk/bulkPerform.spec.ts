import { consoleCluster } from '../../../data/consoleCluster';
import { readModel } from '../../../data/readModel';
import { aKserveHpa, aServedModel } from '../../../resources/testObjects';
import { aHttpModel, aHttpScaledObject } from '../../../resources/testHttpModel';
import { performOf } from './bulkPerform';

jest.mock('@openshift-console/dynamic-plugin-sdk', () => ({}));
jest.mock('../../../data/readModel', () => ({ readModel: jest.fn() }));
jest.mock('../../../data/consoleCluster', () => ({
  consoleCluster: { patch: jest.fn(), remove: jest.fn() },
}));

const row = { key: 'team-a/llama', namespace: 'team-a', name: 'llama', state: { code: 'waiting' } } as const;
const sameBounds = performOf({ act: 'bounds', bounds: { minReplicas: 1, maxReplicas: 3 } });

it('removes KServe’s HPA in a second try whose first one wrote the bounds and could not remove it', async () => {
  const hpa = aKserveHpa();
  jest.mocked(readModel).mockResolvedValue(aServedModel({ kserveHpa: hpa }));
  const remove = jest
    .mocked(consoleCluster.remove)
    .mockRejectedValue(Object.assign(new Error('no right'), { code: 403 }));
  const failure = await sameBounds(row, () => undefined);
  expect(failure).toMatchObject({ step: 'remove', code: 'forbidden' });
  expect(remove.mock.calls[0]?.[0]).toMatchObject({ namespace: 'team-a', name: hpa.metadata.name });
  expect(consoleCluster.patch).not.toHaveBeenCalled();
});

it('writes the bounds of a model that requests wake into its own ScaledObject, and reads it by its name', async () => {
  jest.useFakeTimers();
  const patch = jest.mocked(consoleCluster.patch).mockReset().mockResolvedValue();
  const paused = { annotations: { 'autoscaling.keda.sh/paused': 'true' } };
  const after = aHttpModel(aHttpScaledObject({ maxReplicaCount: 5 }, paused));
  delete after.kedaHpa;
  jest
    .mocked(readModel)
    .mockReset()
    .mockResolvedValueOnce(aHttpModel(aHttpScaledObject({}, paused)))
    .mockResolvedValue(after);
  const written = jest.fn();
  const outcome = performOf({ act: 'bounds', bounds: { minReplicas: 0, maxReplicas: 5 } })(
    { ...row, scaledObject: 'llama-http' },
    written,
  );
  await jest.advanceTimersByTimeAsync(1000);
  expect(await outcome).toBeUndefined();
  expect(written).toHaveBeenCalledTimes(1);
  expect(patch.mock.calls.map(([write, dryRun]) => [write.name, dryRun])).toEqual([
    ['llama-http', true],
    ['llama-http', false],
  ]);
  expect(patch.mock.calls[1]?.[0].patch).toEqual([
    { op: 'test', path: '/spec/maxReplicaCount', value: 3 },
    { op: 'add', path: '/spec/maxReplicaCount', value: 5 },
  ]);
  expect(readModel).toHaveBeenLastCalledWith('team-a', 'llama', 'llama-http');
  jest.useRealTimers();
});
