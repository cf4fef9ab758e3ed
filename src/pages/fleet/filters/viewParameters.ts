import { bySeverity } from '../../../status/severity';
import { fleetModes } from '../rows/fleetMode';
import { sortKeys } from '../rows/sortedRows';
import type { SortKey } from '../rows/sortedRows';
import type { FleetFilters } from './fleetFilters';
import { standouts } from './standouts';

/** Which rows the table shows, in which order. */
export interface FleetView extends FleetFilters {
  sort: SortKey;
  descending: boolean;
  /** From 1. */
  page: number;
}

const usualSort = 'state';

/** The values of a parameter that are known. */
function known<T extends string>(parameters: URLSearchParams, name: string, values: readonly T[]): T[] {
  const written = parameters.getAll(name);
  return values.filter((value) => written.includes(value));
}

function pageOf(text: string | null): number {
  const page = Number(text ?? '1');
  return Number.isInteger(page) && page > 0 ? page : 1;
}

/** What the URL says about the table; what cannot be read counts as not written. */
export function readView(parameters: URLSearchParams): FleetView {
  return {
    words: parameters.get('name') ?? '',
    states: known(parameters, 'state', bySeverity),
    modes: known(parameters, 'mode', fleetModes),
    projects: [...new Set(parameters.getAll('project'))],
    labels: [...new Set(parameters.getAll('label'))].filter((label) => label !== ''),
    standouts: known(parameters, 'only', standouts),
    sort: sortKeys.find((key) => key === parameters.get('sort')) ?? usualSort,
    descending: parameters.get('order') === 'desc',
    page: pageOf(parameters.get('page')),
  };
}

/** The parameters of a view; what is as usual is left out. Those of others stay. */
export function writeView(before: URLSearchParams, view: FleetView): URLSearchParams {
  const after = new URLSearchParams(before);
  const write = (name: string, values: readonly string[]): void => {
    after.delete(name);
    for (const value of values) after.append(name, value);
  };
  write('name', view.words === '' ? [] : [view.words]);
  write('state', view.states);
  write('mode', view.modes);
  write('project', view.projects);
  write('label', view.labels);
  write('only', view.standouts);
  write('sort', view.sort === usualSort ? [] : [view.sort]);
  write('order', view.descending ? ['desc'] : []);
  write('page', view.page === 1 ? [] : [String(view.page)]);
  return after;
}
