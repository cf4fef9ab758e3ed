import { noFilters } from './fleetFilters';
import { readView, writeView } from './viewParameters';
import type { FleetView } from './viewParameters';

const usual: FleetView = { ...noFilters, sort: 'state', descending: false, page: 1 };

describe('the view in the URL', () => {
  it.each<[string, string, Partial<FleetView>]>([
    ['nothing', '', {}],
    ['a search', 'name=lla', { words: 'lla' }],
    ['states', 'state=atMaximum&state=paused', { states: ['atMaximum', 'paused'] }],
    ['modes', 'mode=keda&mode=none', { modes: ['keda', 'none'] }],
    ['projects', 'project=a&project=b', { projects: ['a', 'b'] }],
    ['labels', 'label=tier%3Dgold&label=x', { labels: ['tier=gold', 'x'] }],
    ['the strip', 'only=waiting', { standouts: ['waiting'] }],
    ['an order', 'sort=load&order=desc', { sort: 'load', descending: true }],
    ['a page', 'page=3', { page: 3 }],
  ])('reads and writes %s', (_what, text, changes) => {
    const view = { ...usual, ...changes };
    expect(readView(new URLSearchParams(text))).toEqual(view);
    expect(writeView(new URLSearchParams(), view).toString()).toBe(text);
  });

  it.each([
    ['an unknown state', 'state=melting'],
    ['an unknown order', 'sort=colour&order=up'],
    ['a page that is none', 'page=-1'],
    ['an empty label', 'label='],
  ])('takes %s for not written', (_what, text) => {
    expect(readView(new URLSearchParams(text))).toEqual(usual);
  });

  it('leaves the parameters of others alone', () => {
    const before = new URLSearchParams('refresh=1m&page=2&state=idle');
    expect(writeView(before, { ...usual, page: 4 }).toString()).toBe('refresh=1m&page=4');
  });
});
