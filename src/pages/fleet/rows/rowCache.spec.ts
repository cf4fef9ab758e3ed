import { aDeployment, aKedaHpa, aServedModel } from '../../../resources/testObjects';
import { createRowCache } from './rowCache';
import type { RowInputs } from './rowCache';

const now = Date.UTC(2026, 0, 1, 12);
const minutes = 60_000;
const llama = aServedModel();
const phi = aServedModel({ key: 'team-a/phi', name: 'phi' });
const load = { waiting: 1, running: 1 };

function inputs(changes: Partial<RowInputs> = {}): RowInputs {
  return {
    models: new Map([llama, phi].map((model) => [model.key, model])),
    loads: new Map([['team-a/llama', load]]),
    now,
    missing: none,
    ...changes,
  };
}

const none: RowInputs['missing'] = [];

describe('createRowCache', () => {
  it('tells a model without series from one whose numbers were not fetched', () => {
    const cache = createRowCache();
    expect(cache.update(inputs()).map((row) => row.load)).toEqual([load, {}]);
    expect(cache.update(inputs({ loads: undefined })).map((row) => row.load)).toEqual([undefined, undefined]);
  });

  it('keeps rows and list while nothing changed, although the time goes on', () => {
    const cache = createRowCache();
    const before = cache.update(inputs());
    expect(cache.update(inputs({ now: now + 60 * minutes }))).toBe(before);
    expect(cache.get('team-a/llama')).toBe(before[0]);
  });

  it.each<[string, Partial<RowInputs>]>([
    ['its model', { models: new Map([aServedModel(), phi].map((model) => [model.key, model])) }],
    ['its load', { loads: new Map([['team-a/llama', { waiting: 2 }]]) }],
  ])('makes only the row anew that changed: %s', (_what, changes) => {
    const cache = createRowCache();
    const before = cache.update(inputs());
    const after = cache.update(inputs(changes));
    expect(after[0]).not.toBe(before[0]);
    expect(after[1]).toBe(before[1]);
    expect(cache.get('team-a/llama')).toBe(after[0]);
  });

  it('makes all rows anew when a list cannot be read any more', () => {
    const cache = createRowCache();
    const before = cache.update(inputs());
    const after = cache.update(inputs({ missing: [{ plural: 'deployments', why: 'forbidden' }] }));
    expect(after.some((row) => before.includes(row))).toBe(false);
  });

  it('sees that a scale-up has taken too long, with nothing else new', () => {
    const cache = createRowCache();
    const lastScaleTime = new Date(now - 14 * minutes).toISOString();
    const slow = aServedModel({
      deployment: aDeployment(3, 1),
      kedaHpa: aKedaHpa({ desiredReplicas: 3, lastScaleTime }),
    });
    const some = { models: new Map([[slow.key, slow]]), loads: new Map([[slow.key, { waiting: 5 }]]) };
    const codes = [0, 2].map((later) => {
      return cache.update(inputs({ ...some, now: now + later * minutes }))[0]?.status.code;
    });
    expect(codes).toEqual(['scalingUp', 'loading']);
  });

  it('finds rows when models come, go and move', () => {
    const cache = createRowCache();
    const [first, second] = cache.update(inputs());
    const moved = new Map([phi, llama].map((model) => [model.key, model]));
    expect(cache.update(inputs({ models: moved }))).toEqual([second, first]);
    expect(cache.get('team-a/llama')).toBe(first);
    expect(cache.update(inputs({ models: new Map([[phi.key, phi]]) }))).toEqual([second]);
    expect(cache.get('team-a/llama')).toBeUndefined();
  });
});
