import type { Cause } from './failure';
import type { Schema } from './structural';

/** An object as the server keeps it. Stored objects are never changed in place. */
export interface StoredObject {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    generateName?: string;
    uid?: string;
    resourceVersion?: string;
    generation?: number;
    creationTimestamp?: string;
    deletionTimestamp?: string;
    deletionGracePeriodSeconds?: number;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
    finalizers?: string[];
    ownerReferences?: { apiVersion: string; kind: string; name: string; uid: string; controller?: boolean }[];
    managedFields?: Record<string, unknown>[];
  };
  spec?: Record<string, unknown>;
  status?: Record<string, unknown>;
  [field: string]: unknown;
}

/** Where a kind keeps what its scale subresource shows; paths as in CRDs (".spec.replicas"). */
export interface ScalePaths {
  specReplicasPath: string;
  statusReplicasPath: string;
  /** The path of a selector, as text or as a LabelSelector. */
  labelSelectorPath?: string;
}

/** A resource that the server serves. */
export interface Definition {
  group: string;
  version: string;
  kind: string;
  plural: string;
  shortNames?: string[];
  namespaced: boolean;
  /** Custom resources differ from built-in ones in patch types, list shape and wording. */
  custom: boolean;
  /** With it, the main resource ignores `status` and /status ignores the rest. */
  statusSubresource: boolean;
  scale?: ScalePaths;
  /** Whether metadata.generation counts changes of the spec. */
  generation: boolean;
  /** The propagation policy of a DELETE that names none; "Background" when left out. */
  deletesAs?: 'Orphan';
  /** The verbs that discovery tells, when they are not all. */
  verbs?: readonly string[];
  schema?: Schema;
  /** CEL rules of a CRD, as code. */
  rules?: (object: StoredObject) => Cause[];
  /** What a new object gets, however it was sent. */
  birth?: (object: StoredObject) => StoredObject;
  /** Defaults and checks of a built-in kind. */
  defaults?: (object: StoredObject) => StoredObject;
  validate?: (object: StoredObject) => Cause[];
  validateUpdate?: (next: StoredObject, current: StoredObject) => Cause[];
}

export function apiVersionOf(definition: { group: string; version: string }): string {
  return definition.group === '' ? definition.version : `${definition.group}/${definition.version}`;
}

/** Identifies a resource within the server. */
export function resourceKey(definition: { group: string; plural: string }): string {
  return `${definition.group}/${definition.plural}`;
}
