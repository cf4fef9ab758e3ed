import type { PodLoad } from '../../../queries/podLoad';
import type { Pod } from '../../../resources/pod';
import { gpusOfPod, restartsOf } from '../../../resources/podFacts';
import type { PodState } from '../../../resources/podState';
import { podStateOf, podStateOrder } from '../../../resources/podState';
import { timeOf } from '../../../resources/time';

/** One row of the table of pods. */
export interface PodRowData {
  pod: Pod;
  name: string;
  state: PodState;
  node?: string;
  gpus: number;
  /** Milliseconds since 1970. */
  createdAt?: number;
  restarts: number;
  load: PodLoad;
}

/** The columns, in their order; each can be sorted by. */
export const podColumns = ['name', 'state', 'node', 'age', 'waiting', 'running', 'kvCache'] as const;

/** One of them. */
export type PodColumn = (typeof podColumns)[number];

/** The rows of pods; `loads` by the pods' names. */
export function podRows(pods: readonly Pod[], loads: ReadonlyMap<string, PodLoad> | undefined): PodRowData[] {
  return pods.map((pod) => {
    const { name, creationTimestamp } = pod.metadata;
    const { nodeName } = pod.spec;
    const createdAt = timeOf(creationTimestamp);
    return {
      pod,
      name,
      state: podStateOf(pod),
      gpus: gpusOfPod(pod),
      restarts: restartsOf(pod),
      load: loads?.get(name) ?? {},
      ...(nodeName !== undefined && { node: nodeName }),
      ...(createdAt !== undefined && { createdAt }),
    };
  });
}

/** What a column is sorted by; undefined goes to the end in both directions. */
function keyOf(row: PodRowData, column: PodColumn): string | number | undefined {
  switch (column) {
    case 'name':
    case 'node':
      return row[column];
    case 'state':
      return podStateOrder.indexOf(row.state.code);
    case 'age':
      return row.createdAt === undefined ? undefined : -row.createdAt;
    case 'waiting':
    case 'running':
    case 'kvCache':
      return row.load[column];
  }
}

function compare(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a).localeCompare(String(b));
}

/** The rows in the order of a column, then by name. */
export function sortedPodRows(
  rows: readonly PodRowData[],
  column: PodColumn,
  descending: boolean,
): PodRowData[] {
  return rows.toSorted((a, b) => {
    const [left, right] = [keyOf(a, column), keyOf(b, column)];
    const byName = compare(a.name, b.name);
    if (left === undefined || right === undefined) {
      return Number(left === undefined) - Number(right === undefined) || byName;
    }
    return (descending ? compare(right, left) : compare(left, right)) || byName;
  });
}
