import type { Clock } from '../clock';
import type { AdmissionHook } from './admission';
import type { StoredObject } from './definition';
import type { Store } from './store';

/** What the operations work with. */
export interface Cluster {
  store: Store;
  clock: Clock;
  hooks: readonly AdmissionHook[];
}

/** Who writes and how. */
export interface WriteOptions {
  user: string;
  /** The field manager. */
  manager: string;
  dryRun: boolean;
  /** fieldValidation: what happens to unknown fields; the real server's default is Warn. */
  fieldValidation: 'Ignore' | 'Warn' | 'Strict';
  /** What the writer applies, in server-side apply: these fields are its own from now on. */
  applied?: StoredObject;
  /** What the writer patches with, as the refusal of its unknown fields names it. */
  patch?: string;
  /** Takes a text for the Warning header of the answer. */
  warn: (text: string) => void;
}

/** Which object, or which subresource of it. */
export interface Address {
  namespace: string | undefined;
  name: string;
  subresource?: string;
}

/** `seconds` from now as metav1.Time: RFC 3339 in whole seconds. */
export function timestamp(clock: Clock, seconds = 0): string {
  return new Date(Math.floor(clock.now() / 1000 + seconds) * 1000).toISOString().replace('.000Z', 'Z');
}
