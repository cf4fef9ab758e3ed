import type { Translate } from '../../i18n';
import type { Conflict } from './Conflicts';
import type { FormPart, PolicyForm } from './policyForm';
import type { PolicyEditorState } from './usePolicyEditor';

function partName(part: FormPart, t: Translate): string {
  const names: Record<FormPart, string> = {
    minReplicas: t('Minimum replicas'),
    maxReplicas: t('Maximum replicas'),
    scaleUpWindow: t('Wait before scaling up, seconds'),
    scaleDownWindow: t('Wait before scaling down, seconds'),
    triggers: t('Triggers'),
  };
  return names[part];
}

function valueOf(form: PolicyForm, part: FormPart): string {
  if (part !== 'triggers') return form[part];
  return form.triggers.map(({ trigger, threshold }) => `${trigger.query} > ${threshold}`).join('; ');
}

/** The parts of a policy in which what is typed and what is stored have parted, in words. */
export function conflictsOf(
  { conflicts, form, theirs }: Pick<PolicyEditorState, 'conflicts' | 'form' | 'theirs'>,
  t: Translate,
): Conflict[] {
  return conflicts.map((part) => ({
    part: partName(part, t),
    mine: valueOf(form, part),
    theirs: valueOf(theirs, part),
  }));
}
