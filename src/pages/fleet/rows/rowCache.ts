import type { ModelLoad } from '../../../resources/modelLoad';
import type { ServedModel } from '../../../resources/servedModel';
import { holdsUntil } from '../../../status/holdsUntil';
import type { MissingInput } from '../../../status/modelStatus';
import { fleetRow } from './fleetRow';
import type { FleetRow } from './fleetRow';

/** All that the rows show. What did not change keeps its identity. */
export interface RowInputs {
  models: ReadonlyMap<string, ServedModel>;
  /** Undefined: not fetched. */
  loads: ReadonlyMap<string, ModelLoad> | undefined;
  /** Milliseconds since 1970. */
  now: number;
  missing: readonly MissingInput[];
}

/** Rows that are kept up. */
export interface RowCache {
  /**
   * One row for each model, in the order of the models. A row is made anew only when its model, its load or, by the
   * time alone, its state changed; the list keeps its identity when no row changed.
   */
  update: (inputs: RowInputs) => readonly FleetRow[];
  /** The row of a model, by namespace/name. */
  get: (key: string) => FleetRow | undefined;
}

interface Kept {
  row: FleetRow;
  until: number;
}

const noSeries: ModelLoad = {};

function loadOf(key: string, loads: RowInputs['loads']): ModelLoad | undefined {
  return loads === undefined ? undefined : (loads.get(key) ?? noSeries);
}

/** A cache without rows yet. */
export function createRowCache(): RowCache {
  let kept: readonly Kept[] = [];
  let places: ReadonlyMap<string, number> = new Map();
  let rows: readonly FleetRow[] = [];
  let before: RowInputs | undefined;

  /** Most models stand where they stood, so their places are looked up only when they do not. */
  function keptAt(index: number, key: string): Kept | undefined {
    const there = kept[index];
    if (there?.row.model.key === key) return there;
    const place = places.get(key);
    return place === undefined ? undefined : kept[place];
  }

  function isCurrent({ row, until }: Kept, model: ServedModel, inputs: RowInputs): boolean {
    if (row.model !== model || inputs.missing !== before?.missing || inputs.now >= until) return false;
    return inputs.loads === before.loads || row.load === loadOf(model.key, inputs.loads);
  }

  function make(model: ServedModel, { loads, now, missing }: RowInputs): Kept {
    return {
      row: fleetRow(model, loadOf(model.key, loads), now, missing),
      until: holdsUntil(model, now),
    };
  }

  return {
    update(inputs) {
      const next: Kept[] = [];
      let changed = rows.length !== inputs.models.size;
      let moved = changed;
      for (const [key, model] of inputs.models) {
        const old = keptAt(next.length, key);
        const one = old !== undefined && isCurrent(old, model, inputs) ? old : make(model, inputs);
        changed ||= kept[next.length] !== one;
        moved ||= kept[next.length]?.row.model.key !== key;
        next.push(one);
      }
      before = inputs;
      kept = next;
      if (moved) places = new Map(next.map(({ row }, index) => [row.model.key, index] as const));
      if (changed) rows = next.map(({ row }) => row);
      return rows;
    },
    get(key) {
      const place = places.get(key);
      return place === undefined ? undefined : kept[place]?.row;
    },
  };
}
