import type { StatusCode } from '../../../status/modelStatus';
import type { FleetMode } from '../rows/fleetMode';
import type { FleetRow } from '../rows/fleetRow';
import { meets } from './standouts';
import type { Standout } from './standouts';

/** Which models to show; an empty list shows all. */
export interface FleetFilters {
  /** Part of the name or of the project. */
  words: string;
  states: readonly StatusCode[];
  modes: readonly FleetMode[];
  projects: readonly string[];
  /** "key" or "key=value"; all of them must fit. */
  labels: readonly string[];
  /** All of them must fit. */
  standouts: readonly Standout[];
}

/** Shows every model. */
export const noFilters: FleetFilters = {
  words: '',
  states: [],
  modes: [],
  projects: [],
  labels: [],
  standouts: [],
};

function carries({ model }: FleetRow, label: string): boolean {
  const labels = model.inferenceService.metadata.labels ?? {};
  const [key = '', ...rest] = label.split('=');
  return rest.length === 0 ? key in labels : labels[key] === rest.join('=');
}

function isAmong<T>(wanted: readonly T[], value: T): boolean {
  return wanted.length === 0 || wanted.includes(value);
}

function fits(row: FleetRow, filters: FleetFilters, words: string): boolean {
  return (
    row.model.key.includes(words) &&
    isAmong(filters.states, row.status.code) &&
    isAmong(filters.modes, row.mode) &&
    isAmong(filters.projects, row.model.namespace) &&
    filters.labels.every((label) => carries(row, label)) &&
    filters.standouts.every((standout) => meets(row, standout))
  );
}

/** Whether anything is filtered out on purpose. */
function isFiltered({ words, states, modes, projects, labels, standouts }: FleetFilters): boolean {
  return words.trim() !== '' || [states, modes, projects, labels, standouts].some(({ length }) => length > 0);
}

/** The rows that the filters let through. */
export function matchingRows(rows: readonly FleetRow[], filters: FleetFilters): readonly FleetRow[] {
  if (!isFiltered(filters)) return rows;
  // Names and projects are in lower case (DNS labels).
  const words = filters.words.trim().toLowerCase();
  return rows.filter((row) => fits(row, filters, words));
}
