import { act, renderHook } from '@testing-library/react';
import { ownTrigger, type PolicyTrigger } from '../policy/trigger';
import { queryInstant } from './prometheus';
import { useTriggerLoads } from './useTriggerLoads';

jest.mock('@openshift-console/dynamic-plugin-sdk', () => ({}));
jest.mock('./prometheus', () => ({ queryInstant: jest.fn() }));

const waiting = ownTrigger('waiting', { namespace: 'team-a', name: 'llama' }, 2);
const ofQuery = (query: string): PolicyTrigger => ({ ...waiting, kind: 'query', query });
const asked = () => jest.mocked(queryInstant).mock.calls.map(([, query]) => query);

async function pass(milliseconds: number) {
  await act(() => jest.advanceTimersByTimeAsync(milliseconds));
}

function show(triggers: PolicyTrigger[]) {
  const view = renderHook(({ now }) => useTriggerLoads(now), { initialProps: { now: triggers } });
  return {
    ...view,
    type: async (now: PolicyTrigger[]) => {
      view.rerender({ now });
      await pass(100);
    },
  };
}

describe('useTriggerLoads', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: 1_000 });
    jest.mocked(queryInstant).mockReset();
    jest
      .mocked(queryInstant)
      .mockImplementation((_scope, query) => Promise.resolve([{ labels: {}, points: [[0, query.length]] }]));
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  it('asks once the typing of a query has paused, and not for each letter', async () => {
    const { result, type } = show([ofQuery('s')]);
    await pass(0);
    expect(result.current).toEqual([1]);
    for (const query of ['su', 'sum', 'sum(', 'sum(x)']) await type([ofQuery(query)]);
    expect(asked()).toEqual(['s']);
    expect(result.current).toEqual([undefined]);
    await pass(600);
    expect(asked()).toEqual(['s', 'sum(x)']);
    expect(result.current).toEqual([6]);
  });

  it('asks nothing anew for another threshold, and two triggers of one query once', async () => {
    const { result, type } = show([ofQuery('x'), ofQuery('x')]);
    await pass(0);
    expect(result.current).toEqual([1, 1]);
    await type([{ ...ofQuery('x'), threshold: 25 }, ofQuery('x')]);
    await pass(600);
    expect(asked()).toEqual(['x']);
    expect(result.current).toEqual([1, 1]);
  });
});
