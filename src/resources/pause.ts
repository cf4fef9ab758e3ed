import { hasStatus } from './conditions';
import { known } from './known';
import type { ManagedFields } from './object';
import type { ScaledObject } from './scaledObject';
import { timeOf } from './time';

/** Annotation that pauses a ScaledObject at the replicas of now (KEDA apis/keda/v1alpha1/scaledobject_types.go). */
export const pausedAnnotation = 'autoscaling.keda.sh/paused';
/** Annotation that scales to a number first. */
export const pausedReplicasAnnotation = 'autoscaling.keda.sh/paused-replicas';

/** A paused ScaledObject. */
export interface Pause {
  /** The annotation that pauses; absent when only KEDA's condition says Paused (keda#6982). */
  annotation?: string;
  /** The replicas that paused-replicas asks for. */
  pausedAt?: number;
  /** When the annotation was set, ms since the epoch, and the field manager that did it. */
  since?: number;
  by?: string;
}

/** Whether, how, since when and by whom a ScaledObject is paused; undefined when it is not. */
export function pauseOf(scaledObject: ScaledObject): Pause | undefined {
  const annotation = pausingAnnotation(scaledObject.metadata.annotations ?? {});
  if (annotation === undefined) {
    return hasStatus(scaledObject.status?.conditions, 'Paused', 'True') ? {} : undefined;
  }
  const pausedAt = pausedReplicas(scaledObject.metadata.annotations?.[pausedReplicasAnnotation]);
  const pausedBy = setBy(annotation, scaledObject.metadata.managedFields ?? []);
  return known({ annotation, pausedAt, ...pausedBy });
}

/** What Go's strconv.ParseBool reads as false. */
const falseValues: readonly string[] = ['0', 'f', 'F', 'false', 'FALSE', 'False'];

/** paused-replicas counts when it is there; a value of `paused` that is no boolean counts as true. */
function pausingAnnotation(annotations: Record<string, string>): string | undefined {
  if (pausedReplicasAnnotation in annotations) return pausedReplicasAnnotation;
  const value = annotations[pausedAnnotation];
  return value === undefined || falseValues.includes(value) ? undefined : pausedAnnotation;
}

function pausedReplicas(value: string | undefined): number | undefined {
  return value !== undefined && /^\d+$/.test(value) ? Number(value) : undefined;
}

function setBy(annotation: string, managedFields: readonly ManagedFields[]): { since?: number; by?: string } {
  const newest = managedFields
    .filter((entry) => owns(entry, annotation))
    .toSorted((a, b) => (b.time ?? '').localeCompare(a.time ?? ''))[0];
  return known({ since: timeOf(newest?.time), by: newest?.manager });
}

function owns({ fieldsV1 }: ManagedFields, annotation: string): boolean {
  let fields: unknown = fieldsV1;
  for (const step of ['f:metadata', 'f:annotations', `f:${annotation}`]) {
    if (typeof fields !== 'object' || fields === null || !(step in fields)) return false;
    fields = Reflect.get(fields, step);
  }
  return true;
}
