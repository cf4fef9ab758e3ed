import { Map } from 'immutable';
import type { ListedObject, WatchedList } from './watchedList';
import { afterEvents, afterList, withPage } from './watchedList';

const empty: WatchedList = Map();

const object = (name: string, resourceVersion: string, more: object = {}): ListedObject => ({
  metadata: { name, namespace: 'foo', uid: `uid-${name}`, resourceVersion },
  ...more,
});

const versions = (list: WatchedList): unknown =>
  Object.fromEntries(
    list
      .toArray()
      .map((item) => [item.getIn(['metadata', 'name']), item.getIn(['metadata', 'resourceVersion'])]),
  );

const listed = afterList(empty, [object('a', '5', { spec: 1 }), object('b', '6')]);

describe('a list', () => {
  it('holds what was read, also of several pages', () => {
    expect(versions(listed)).toEqual({ a: '5', b: '6' });
    expect(versions(withPage(listed, [object('c', '7')]))).toEqual({ a: '5', b: '6', c: '7' });
  });

  it('loses what is gone when it is read anew', () => {
    expect(versions(afterList(listed, [object('b', '8')]))).toEqual({ b: '8' });
  });

  it('keeps objects of the same name in different projects apart', () => {
    const other = { metadata: { ...object('a', '7').metadata, namespace: 'bar' } };
    expect(withPage(listed, [other]).size).toBe(3);
  });
});

describe('events', () => {
  it('add, change and remove', () => {
    const after = afterEvents(listed, [
      { type: 'ADDED', object: object('c', '7') },
      { type: 'MODIFIED', object: object('a', '8', { spec: 2 }) },
      { type: 'DELETED', object: object('b', '9') },
    ]);
    expect(versions(after)).toEqual({ a: '8', c: '7' });
  });

  it.each([
    ['is older', object('a', '4', { spec: 2 })],
    ['has another version and nothing else', object('a', '9', { spec: 1 })],
  ])('change nothing when the object %s', (_name, changed) => {
    expect(afterEvents(listed, [{ type: 'MODIFIED', object: changed }])).toBe(listed);
  });

  it('compare versions as numbers', () => {
    const nine = afterList(empty, [object('a', '9', { spec: 1 })]);
    expect(
      versions(afterEvents(nine, [{ type: 'MODIFIED', object: object('a', '10', { spec: 2 }) }])),
    ).toEqual({
      a: '10',
    });
  });

  it('take an object that was made anew, whatever its version', () => {
    const metadata = (uid: string, creationTimestamp: string, resourceVersion: string) => ({
      metadata: { name: 'a', namespace: 'foo', uid, creationTimestamp, resourceVersion },
    });
    const old = afterList(empty, [metadata('1', '2026-11-24T12:00:00Z', '9')]);
    const anew = metadata('2', '2026-11-24T12:00:05Z', '3');
    expect(versions(afterEvents(old, [{ type: 'ADDED', object: anew }]))).toEqual({ a: '3' });
  });

  it('leave untouched objects as they are', () => {
    const after = afterEvents(listed, [{ type: 'MODIFIED', object: object('a', '8', { spec: 2 }) }]);
    expect(after.get('(foo)-b')).toBe(listed.get('(foo)-b'));
  });

  it('of an unknown type are reported and passed over', () => {
    const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    expect(afterEvents(listed, [{ type: 'ERROR', object: object('a', '9') }])).toBe(listed);
    expect(warn).toHaveBeenCalledWith(expect.stringContaining('ERROR'));
    warn.mockRestore();
  });
});
