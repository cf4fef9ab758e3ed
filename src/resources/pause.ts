import { hasStatus } from './conditions';
import { known } from './known';
import type { ManagedFields } from './object';
import type { ScaledObject } from './scaledObject';
import { timeOf } from './time';

/** Annotation that pauses a ScaledObject at the replicas of now (KEDA apis/keda/v1alpha1/scaledobject_types.go). */
export const pausedAnnotation = 'autoscaling.keda.sh/paused';
/** Annotation that scales to a number first. */
export const pausedReplicasAnnotation = 'autoscaling.keda.sh/paused-replicas';

/** Annotations that stop one direction only and leave KEDA's HPA in place (KEDA 2.18 and later). */
export const pausedScaleInAnnotation = 'autoscaling.keda.sh/paused-scale-in';
export const pausedScaleOutAnnotation = 'autoscaling.keda.sh/paused-scale-out';

/** All annotations that stop KEDA, wholly or in one direction. */
export const pausingAnnotations = [
  pausedAnnotation,
  pausedReplicasAnnotation,
  pausedScaleInAnnotation,
  pausedScaleOutAnnotation,
] as const;

/** A ScaledObject that scales in one direction only, or in none while its HPA stays. */
export interface Hold {
  down: boolean;
  up: boolean;
  since?: number;
  by?: string;
}

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
    // KEDA says Paused of an object that is held in one direction, too.
    if (isHeld(scaledObject)) return undefined;
    return hasStatus(scaledObject.status?.conditions, 'Paused', 'True') ? {} : undefined;
  }
  const pausedAt = pausedReplicas(scaledObject.metadata.annotations?.[pausedReplicasAnnotation]);
  const pausedBy = setBy(annotation, scaledObject.metadata.managedFields ?? []);
  return known({ annotation, pausedAt, ...pausedBy });
}

/** What is held, since when and by whom; undefined when nothing is, and while the whole object is paused. */
export function holdOf(scaledObject: ScaledObject): Hold | undefined {
  const { annotations = {}, managedFields = [] } = scaledObject.metadata;
  if (!isHeld(scaledObject) || pausingAnnotation(annotations) !== undefined) return undefined;
  const down = isOn(annotations[pausedScaleInAnnotation]);
  const setBefore = setBy(down ? pausedScaleInAnnotation : pausedScaleOutAnnotation, managedFields);
  return { down, up: isOn(annotations[pausedScaleOutAnnotation]), ...setBefore };
}

/** The pausing annotations in force with their values, so that the same pause can be set again; empty when there are none. */
export function pausesOf({ metadata: { annotations = {} } }: ScaledObject): Readonly<Record<string, string>> {
  const found = pausingAnnotations.filter(
    (key) => key in annotations && (key === pausedReplicasAnnotation || isOn(annotations[key])),
  );
  return Object.fromEntries(found.map((key) => [key, annotations[key] ?? '']));
}

function isHeld({ metadata: { annotations = {} } }: ScaledObject): boolean {
  return isOn(annotations[pausedScaleInAnnotation]) || isOn(annotations[pausedScaleOutAnnotation]);
}

/** What Go's strconv.ParseBool reads as false. */
const falseValues: readonly string[] = ['0', 'f', 'F', 'false', 'FALSE', 'False'];

/** paused-replicas counts when it is there; a value of `paused` that is no boolean counts as true. */
function pausingAnnotation(annotations: Record<string, string>): string | undefined {
  if (pausedReplicasAnnotation in annotations) return pausedReplicasAnnotation;
  return isOn(annotations[pausedAnnotation]) ? pausedAnnotation : undefined;
}

function isOn(value: string | undefined): boolean {
  return value !== undefined && !falseValues.includes(value);
}

function pausedReplicas(value: string | undefined): number | undefined {
  return value !== undefined && /^\d+$/.test(value) ? Number(value) : undefined;
}

/**
 * Names that tell nothing of who it was: the first part of the client's User-Agent, which the API server takes where a
 * client gives no field manager (apiserver pkg/endpoints/handlers managerOrUserAgent).
 */
const meaningless = /^(?:Mozilla|Go-http-client|node-fetch|okhttp|axios|undici|node|unknown)?$/i;

function managerName(manager: string | undefined): string | undefined {
  return manager === undefined || meaningless.test(manager) ? undefined : manager;
}

function setBy(annotation: string, managedFields: readonly ManagedFields[]): { since?: number; by?: string } {
  const newest = managedFields
    .filter((entry) => owns(entry, annotation))
    .toSorted((a, b) => (b.time ?? '').localeCompare(a.time ?? ''))[0];
  return known({ since: timeOf(newest?.time), by: managerName(newest?.manager) });
}

function owns({ fieldsV1 }: ManagedFields, annotation: string): boolean {
  let fields: unknown = fieldsV1;
  for (const step of ['f:metadata', 'f:annotations', `f:${annotation}`]) {
    if (typeof fields !== 'object' || fields === null || !(step in fields)) return false;
    fields = Reflect.get(fields, step);
  }
  return true;
}
