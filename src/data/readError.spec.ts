import { missingInputs, readErrorOf } from './readError';

describe('readErrorOf', () => {
  it.each([
    ['a missing right', { code: 403, message: 'is forbidden' }, true, 'forbidden'],
    ['an unknown kind', new Error('Model does not exist'), false, 'absent'],
    ['a kind that is not served', { code: 404, message: 'not found' }, true, 'absent'],
    ['a broken connection', new TypeError('Failed to fetch'), true, 'failed'],
  ])('tells %s', (_what, error, known, code) => {
    expect(readErrorOf('scaledobjects', error, known)).toMatchObject({ code, plural: 'scaledobjects' });
  });

  it('prefers the words of the Status', () => {
    const error = { code: 403, message: 'HTTP 403', json: { message: 'User "viewer" cannot list' } };
    expect(readErrorOf('x', error, true).message).toBe('User "viewer" cannot list');
  });

  it('becomes an input of the state', () => {
    expect(missingInputs([readErrorOf('x', { code: 403 }, true)])).toEqual([
      { plural: 'x', why: 'forbidden' },
    ]);
  });
});
