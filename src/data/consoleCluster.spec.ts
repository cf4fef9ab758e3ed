import * as sdk from '@openshift-console/dynamic-plugin-sdk';
import type { PatchOperation } from '../policy/patchOperation';
import { inferenceServiceKind } from '../resources/kinds';
import { anInferenceService } from '../resources/testObjects';
import { sendPatch } from './consoleCluster';

jest.mock('@openshift-console/dynamic-plugin-sdk', () => ({ k8sGet: jest.fn(), k8sPatch: jest.fn() }));

const at = (resourceVersion: string, maxReplicas = 3) =>
  anInferenceService({ maxReplicas }, { resourceVersion });
const seen = at('7');
const patch: PatchOperation[] = [
  { op: 'test', path: '/metadata/resourceVersion', value: '7' },
  { op: 'add', path: '/spec/predictor/minReplicas', value: 2 },
];
const conflict = { code: 422, message: 'the server rejected our request due to an error in our request' };
const refusal = { code: 422, message: 'spec.predictor.minReplicas: Invalid value' };
const send = () =>
  sendPatch({ kind: inferenceServiceKind, namespace: 'a', name: 'llama', patch, seen }, seen, false);
const versions = (): unknown[] =>
  jest.mocked(sdk.k8sPatch).mock.calls.map(([{ data }]) => (data[0] as { value?: unknown }).value);

describe('sendPatch', () => {
  beforeEach(() => {
    jest.mocked(sdk.k8sGet).mockReset();
    jest.mocked(sdk.k8sPatch).mockReset();
  });

  it('goes again with the next version when the status was written between the look and the patch', async () => {
    jest.mocked(sdk.k8sGet).mockResolvedValueOnce(at('8')).mockResolvedValueOnce(at('9'));
    jest.mocked(sdk.k8sPatch).mockRejectedValueOnce(conflict).mockResolvedValueOnce(at('10'));
    expect(await send()).toEqual(at('10'));
    expect(versions()).toEqual(['8', '9']);
  });

  it('is a conflict when somebody changed the object itself', async () => {
    jest.mocked(sdk.k8sGet).mockResolvedValue(at('8', 5));
    jest.mocked(sdk.k8sPatch).mockRejectedValue(conflict);
    await expect(send()).rejects.toEqual(conflict);
    expect(versions()).toEqual(['7']);
  });

  it('is a refusal at once, whatever becomes of the object', async () => {
    jest.mocked(sdk.k8sGet).mockResolvedValueOnce(at('8')).mockResolvedValueOnce(at('9'));
    jest.mocked(sdk.k8sPatch).mockRejectedValue(refusal);
    await expect(send()).rejects.toEqual(refusal);
    expect(versions()).toEqual(['8']);
  });

  it('gives up on an object whose status never rests', async () => {
    let version = 8;
    jest.mocked(sdk.k8sGet).mockImplementation(() => Promise.resolve(at(String((version += 1)))));
    jest.mocked(sdk.k8sPatch).mockRejectedValue(conflict);
    await expect(send()).rejects.toEqual(conflict);
    expect(versions()).toHaveLength(4);
  });
});
