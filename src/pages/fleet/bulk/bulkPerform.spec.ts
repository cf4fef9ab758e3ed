import { consoleCluster } from '../../../data/consoleCluster';
import { readModel } from '../../../data/readModel';
import { aKserveHpa, aServedModel } from '../../../resources/testObjects';
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
