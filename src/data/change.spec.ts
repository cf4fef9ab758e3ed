import { inferenceServiceKind, horizontalPodAutoscalerKind } from '../resources/kinds';
import { aServedModel } from '../resources/testObjects';
import { runChange, TooLate } from './change';
import type { Change, ChangeCluster, ChangeStep } from './change';

const patch = [{ op: 'remove' as const, path: '/metadata/annotations/x' }];
const write = { kind: inferenceServiceKind, namespace: 'team-a', name: 'llama', patch };
const hpa = { kind: horizontalPodAutoscalerKind, namespace: 'team-a', name: 'llama-predictor' };
const change: Change = { write, arrived: () => true };

function fakeCluster(broken: Partial<ChangeCluster> = {}) {
  const calls: string[] = [];
  const cluster: ChangeCluster = {
    patch: ({ kind }, dryRun) => {
      calls.push(`${dryRun ? 'try' : 'patch'} ${kind.kind}`);
      return Promise.resolve();
    },
    remove: ({ kind }) => {
      calls.push(`delete ${kind.kind}`);
      return Promise.resolve();
    },
    until: () => Promise.resolve(aServedModel()),
    ...broken,
  };
  return { cluster, calls };
}

function httpError(code: number, message: string) {
  return Object.assign(new Error(message), { code, json: { kind: 'Status', message } });
}

describe('runChange', () => {
  it('tries, writes, removes what is in the way, and waits', async () => {
    const { cluster, calls } = fakeCluster();
    const steps: ChangeStep[] = [];
    const result = await runChange({ ...change, remove: hpa }, cluster, (step) => {
      steps.push(step);
    });
    expect(result).toBeUndefined();
    expect(steps).toEqual(['check', 'write', 'remove', 'follow', 'done']);
    expect(calls).toEqual([
      'try InferenceService',
      'patch InferenceService',
      'delete HorizontalPodAutoscaler',
    ]);
  });

  it('is not done before the watched model carries the change', async () => {
    const { cluster } = fakeCluster({ until: () => new Promise(() => undefined) });
    const steps: ChangeStep[] = [];
    void runChange(change, cluster, (step) => {
      steps.push(step);
    });
    await new Promise((resolve) => {
      setTimeout(resolve, 0);
    });
    expect(steps).toEqual(['check', 'write', 'follow']);
  });

  it('says so when there is nothing to write, and when what was written does not arrive', async () => {
    const { cluster, calls } = fakeCluster({ until: () => Promise.reject(new TooLate('')) });
    const empty = { ...change, write: { ...write, patch: [] } };
    await expect(runChange(empty, cluster, () => undefined)).resolves.toMatchObject({ code: 'nothing' });
    expect(calls).toEqual([]);
    const late = { step: 'follow', code: 'late' };
    await expect(runChange(change, cluster, () => undefined)).resolves.toMatchObject(late);
  });

  it.each([
    [409, 'the object has been modified', 'conflict'],
    [422, 'the server rejected our request due to an error in our request', 'conflict'],
    [422, 'InferenceService is invalid: spec.predictor.maxReplicas', 'refused'],
    [403, 'inferenceservices is forbidden: User "viewer" cannot patch', 'forbidden'],
    [403, 'admission webhook "x" denied the request: no', 'refused'],
    [400, 'admission webhook "x" denied the request: no', 'refused'],
    [500, 'internal', 'failed'],
  ])('writes nothing when the dry run answers %i "%s"', async (status, message, code) => {
    const rejected = jest.fn().mockRejectedValue(httpError(status, message));
    const { cluster } = fakeCluster({ patch: rejected });
    await expect(runChange(change, cluster, () => undefined)).resolves.toEqual({
      step: 'check',
      code,
      message,
    });
    expect(rejected).toHaveBeenCalledTimes(1);
  });

  it('takes an HPA that is gone already as removed', async () => {
    const { cluster } = fakeCluster({ remove: () => Promise.reject(httpError(404, 'not found')) });
    await expect(runChange({ ...change, remove: hpa }, cluster, () => undefined)).resolves.toBeUndefined();
  });

  it('says that the HPA could not be removed', async () => {
    const { cluster } = fakeCluster({ remove: () => Promise.reject(httpError(403, 'no right')) });
    await expect(runChange({ ...change, remove: hpa }, cluster, () => undefined)).resolves.toMatchObject({
      step: 'remove',
      code: 'forbidden',
    });
  });
});
