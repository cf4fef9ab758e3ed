import { gpusOf } from '../../../resources/gpus';
import type { GpuUse } from '../../../resources/gpus';
import type { ModelLoad } from '../../../resources/modelLoad';
import { replicasOf } from '../../../resources/replicas';
import type { Replicas } from '../../../resources/replicas';
import type { ServedModel } from '../../../resources/servedModel';
import { timeOf } from '../../../resources/time';
import type { MissingInput, ModelStatus } from '../../../status/modelStatus';
import { statusOf } from '../../../status/statusOf';
import { modeOf } from './fleetMode';
import type { FleetMode } from './fleetMode';

/** What waited in the last half hour, on the times of the page; null is a gap. */
export type History = readonly (number | null)[];

/** One row of the table. */
export interface FleetRow {
  model: ServedModel;
  /** Undefined while the numbers were not fetched; without members when there is no series. */
  load: ModelLoad | undefined;
  /** Undefined while it was not fetched, and where nothing was measured. */
  history: History | undefined;
  status: ModelStatus;
  replicas: Replicas;
  gpus: GpuUse;
  mode: FleetMode;
  /** When the autoscaler last changed the replicas, ms. */
  lastScaledAt: number | undefined;
}

/** The row of a model, without its history; `now` in ms, `missing` as for statusOf. */
export function fleetRow(
  model: ServedModel,
  load: ModelLoad | undefined,
  now: number,
  missing: readonly MissingInput[],
): FleetRow {
  const hpa = model.kedaHpa ?? model.kserveHpa;
  return {
    model,
    load,
    history: undefined,
    status: statusOf(model, load, now, missing),
    replicas: replicasOf(model),
    gpus: gpusOf(model),
    mode: modeOf(model),
    lastScaledAt: timeOf(hpa?.status?.lastScaleTime),
  };
}
