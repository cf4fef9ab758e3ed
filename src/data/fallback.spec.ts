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

describe('askAtDoor', () => {
  it('asks a closed cluster-wide path once, and never another one instead', async () => {
    jest.resetModules();
    const { askAtDoor } = await import('./fallback');
    const { QueryError: ClosedError } = await import('./queryError');
    const closed = new ClosedError('unauthorised', 'no');
    const ask = jest.fn(({ path }: { path: string }) =>
      path === 'cluster' ? Promise.reject(closed) : Promise.resolve('answer'),
    );
    await expect(askAtDoor({ path: 'cluster' }, ask)).rejects.toBe(closed);
    await expect(askAtDoor({ path: 'cluster' }, ask)).rejects.toBe(closed);
    expect(ask).toHaveBeenCalledTimes(1);
    await expect(askAtDoor({ path: 'tenancy', namespace: 'team-a' }, ask)).resolves.toBe('answer');
  });

  it('asks again after an error that may pass', async () => {
    jest.resetModules();
    const { askAtDoor } = await import('./fallback');
    const { QueryError: PassingError } = await import('./queryError');
    const ask = jest.fn(() => Promise.reject(new PassingError('timeout', 'late')));
    await expect(askAtDoor({ path: 'cluster' }, ask)).rejects.toThrow('late');
    await expect(askAtDoor({ path: 'cluster' }, ask)).rejects.toThrow('late');
    expect(ask).toHaveBeenCalledTimes(2);
  });
});
