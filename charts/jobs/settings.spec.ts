import { mergedInto, stillOurs, undoOf } from './settings';

const found = { watchNamespace: 'a', operator: { logLevel: 'debug', args: ['x'] } };
const ours = { watchNamespace: '', operator: { logLevel: 'info' }, metricsServer: { logLevel: '0' } };

describe('settings', () => {
  it('are merged as a merge patch is', () => {
    expect(mergedInto(found, ours)).toEqual({
      watchNamespace: '',
      operator: { logLevel: 'info', args: ['x'] },
      metricsServer: { logLevel: '0' },
    });
    expect(mergedInto(found, { operator: null })).toEqual({ watchNamespace: 'a' });
    expect(mergedInto('text', ours)).toEqual(ours);
  });

  it.each([
    ['nothing was there', undefined, {}],
    ['other values were there', found, found],
    ['ours were there already', mergedInto(found, ours), mergedInto(found, ours)],
    ['a text was there in place of a group', { operator: 'x' }, { operator: 'x' }],
  ])('are taken back where %s', (_case, before, after) => {
    expect(mergedInto(mergedInto(before, ours), undoOf(before, ours))).toEqual(after);
  });

  it('leave no empty group where somebody has taken a part of ours out', () => {
    const two = { operator: { logLevel: 'info', logEncoder: 'json' } };
    const now = { operator: { logLevel: 'info' } };
    expect(mergedInto(now, stillOurs(undoOf({}, two), two, now))).toEqual({});
  });

  it('leave what somebody else has changed since', () => {
    const undo = undoOf(found, ours);
    const now = {
      ...mergedInto(found, ours),
      watchNamespace: 'b',
      metricsServer: { logLevel: '0', args: ['y'] },
    };
    expect(mergedInto(now, stillOurs(undo, ours, now))).toEqual({
      watchNamespace: 'b',
      operator: { logLevel: 'debug', args: ['x'] },
      metricsServer: { args: ['y'] },
    });
  });
});
