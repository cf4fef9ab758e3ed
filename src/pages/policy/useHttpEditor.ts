import { useState } from 'react';
import { httpPolicyProblems, readHttpPolicy, type HttpIssue, type HttpPolicy } from '../../policy/httpPolicy';
import { httpPolicyPatch } from '../../policy/httpPolicyPatch';
import type { PatchOperation } from '../../policy/patchOperation';
import type { ScaledObject } from '../../resources/scaledObject';
import { partedFields, shownText, typedPolicy, withText, type HttpField, type TypedFields } from './httpForm';

/** A form on a stored ScaledObject, with what follows from what is typed. */
export interface HttpEditor {
  stored: HttpPolicy;
  after: HttpPolicy;
  text: (field: HttpField) => string;
  type: (field: HttpField, text: string) => void;
  issues: readonly HttpIssue[];
  /** Empty while something is wrong, or nothing is changed. */
  patch: readonly PatchOperation[];
  /** Something is typed that is not stored. */
  dirty: boolean;
  /** What somebody else stored meanwhile, where something else is typed. */
  conflicts: readonly HttpField[];
  /** Takes what is stored. */
  reset: () => void;
}

/** Edits a watched ScaledObject. What is typed stays when it changes underneath; the rest follows. */
export function useHttpEditor(scaledObject: ScaledObject): HttpEditor {
  const [typed, setTyped] = useState<TypedFields>({});
  const stored = readHttpPolicy(scaledObject);
  const after = typedPolicy(typed, stored);
  const issues = httpPolicyProblems(after);
  const patch = issues.length > 0 ? [] : httpPolicyPatch(scaledObject, after);
  return {
    stored,
    after,
    text: (field) => shownText(typed, stored, field),
    type: (field, text) => {
      setTyped(withText(typed, stored, field, text));
    },
    issues,
    patch,
    // What was stored with a mistake in it was not typed here.
    dirty: Object.keys(typed).length > 0 && (patch.length > 0 || issues.length > 0),
    conflicts: partedFields(typed, stored),
    reset: () => {
      setTyped({});
    },
  };
}
