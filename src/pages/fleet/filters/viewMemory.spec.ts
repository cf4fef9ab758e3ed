import { createViewMemory } from './viewMemory';
import { readView } from './viewParameters';

const viewOf = (query: string) => readView(new URLSearchParams(query));

describe('createViewMemory', () => {
  it('keeps the lists that say the same, and takes the others and all single values over', () => {
    const remember = createViewMemory();
    const before = remember(viewOf('state=paused&project=team-a&label=tier'));
    const after = remember(viewOf('state=paused&project=team-b&label=tier&page=2&name=phi'));
    expect(after).toEqual(viewOf('state=paused&project=team-b&label=tier&page=2&name=phi'));
    expect(after.states).toBe(before.states);
    expect(after.labels).toBe(before.labels);
    expect(after.modes).toBe(before.modes);
    expect(after.projects).not.toBe(before.projects);
  });
});
