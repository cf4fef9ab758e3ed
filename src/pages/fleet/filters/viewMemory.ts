import type { FleetView } from './viewParameters';

/** Lists that say the same as before keep their identity, so that thousands of rows are not filtered anew for a page. */
export function createViewMemory(): (view: FleetView) => FleetView {
  let before: FleetView | undefined;
  const kept = <Item extends string>(
    now: readonly Item[],
    old: readonly Item[] | undefined,
  ): readonly Item[] =>
    old?.length === now.length && now.every((item, index) => item === old[index]) ? old : now;
  return (view) => {
    before = {
      ...view,
      states: kept(view.states, before?.states),
      modes: kept(view.modes, before?.modes),
      projects: kept(view.projects, before?.projects),
      labels: kept(view.labels, before?.labels),
      standouts: kept(view.standouts, before?.standouts),
    };
    return before;
  };
}
