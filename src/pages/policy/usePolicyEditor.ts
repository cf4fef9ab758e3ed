import { useMemo, useState } from 'react';
import { readAutoscalingPolicy, type AutoscalingPolicy } from '../../policy/autoscalingPolicy';
import { policyPatch } from '../../policy/policyPatch';
import type { PatchOperation } from '../../policy/patchOperation';
import { policyProblems, type PolicyIssue } from '../../policy/policyProblems';
import { suggestedValues } from '../../policy/readPolicy';
import { ownTrigger } from '../../policy/trigger';
import type { ServedModel } from '../../resources/servedModel';
import { differing, formOf, policyOf, rebase, type FormPart, type PolicyForm } from './policyForm';

/** A form on a stored policy, with what follows from what is typed. */
export interface PolicyEditorState {
  form: PolicyForm;
  setForm: (form: PolicyForm) => void;
  /** What is stored now. */
  stored: AutoscalingPolicy;
  after: AutoscalingPolicy;
  issues: readonly PolicyIssue[];
  /** Empty while something is wrong, or nothing is changed. */
  patch: readonly PatchOperation[];
  /** Something is typed that is not stored. */
  dirty: boolean;
  /** What somebody else changed meanwhile, and what is stored there now. */
  conflicts: readonly FormPart[];
  theirs: PolicyForm;
  /** Takes what is stored. */
  reset: () => void;
}

interface Typed {
  form: PolicyForm;
  /** The stored policy that it was typed on. */
  base: PolicyForm;
  conflicts: readonly FormPart[];
}

/** What the form begins with; for a model that KEDA does not scale yet, what it would be turned on with. */
function begin(model: ServedModel): AutoscalingPolicy {
  const stored = readAutoscalingPolicy(model.inferenceService);
  if (stored.mode === 'keda') return stored;
  const { minReplicas, maxReplicas, threshold } = suggestedValues(model.inferenceService);
  const triggers = stored.triggers.length > 0 ? stored.triggers : [ownTrigger('waiting', model, threshold)];
  return { ...stored, mode: 'keda', minReplicas, maxReplicas, triggers };
}

/** Edits the policy of a watched model. What is typed stays when the model changes underneath. */
export function usePolicyEditor(model: ServedModel): PolicyEditorState {
  const { inferenceService } = model;
  const theirs = useMemo(() => formOf(begin(model)), [model]);
  const [state, setState] = useState<Typed>({ form: theirs, base: theirs, conflicts: [] });
  if (differing(state.base, theirs).length > 0) {
    const { form, conflicts } = rebase(state.form, state.base, theirs);
    setState({ form, base: theirs, conflicts: [...new Set([...state.conflicts, ...conflicts])] });
  }
  const { form } = state;
  const derived = useMemo(() => {
    const stored = readAutoscalingPolicy(inferenceService);
    const after = policyOf(form);
    const issues = policyProblems(after, inferenceService);
    const patch = issues.length > 0 ? [] : policyPatch(inferenceService, after);
    return { stored, after, issues, patch };
  }, [form, inferenceService]);
  const differs = differing(form, theirs);
  return {
    form,
    setForm: (next) => {
      setState({ ...state, form: next });
    },
    ...derived,
    dirty: differs.length > 0,
    conflicts: state.conflicts.filter((part) => differs.includes(part)),
    theirs,
    reset: () => {
      setState({ form: theirs, base: theirs, conflicts: [] });
    },
  };
}
