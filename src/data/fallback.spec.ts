import { QueryError } from './queryError';

async function freshAsk() {
  jest.resetModules();
  return (await import('./fallback')).askWithFallback;
}

describe('askWithFallback', () => {
  it('turns to the project when the cluster-wide path is closed, and stays there', async () => {
    const ask = await freshAsk();
    const asked: string[] = [];
    const query = (scope: { path: string }) => {
      asked.push(scope.path);
      return scope.path === 'cluster'
        ? Promise.reject(new ClosedError('unauthorised', 'no'))
        : Promise.resolve('answer');
    };
    const { QueryError: ClosedError } = await import('./queryError');
    await expect(ask({ path: 'cluster' }, 'team-a', query)).resolves.toBe('answer');
    await expect(ask({ path: 'cluster' }, 'team-a', query)).resolves.toBe('answer');
    expect(asked).toEqual(['cluster', 'tenancy', 'tenancy']);
  });

  it.each([
    ['no project is known', undefined, new QueryError('unauthorised', 'no')],
    ['the error is another one', 'team-a', new QueryError('timeout', 'late')],
  ])('hands the error on when %s', async (_what, namespace, error) => {
    const ask = await freshAsk();
    await expect(ask({ path: 'cluster' }, namespace, () => Promise.reject(error))).rejects.toBe(error);
  });
});
