import { Alert, AlertActionLink } from '@patternfly/react-core';
import { useT } from '../../i18n';
import type { Translate } from '../../i18n';
import type { FormPart, PolicyForm } from './policyForm';

interface ConflictsProps {
  conflicts: readonly FormPart[];
  mine: PolicyForm;
  theirs: PolicyForm;
  onTakeTheirs: () => void;
}

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

function valueOf(form: PolicyForm, part: FormPart, t: Translate): string {
  if (part !== 'triggers') return form[part] === '' ? t('not set') : form[part];
  return form.triggers.map(({ trigger, threshold }) => `${trigger.query} > ${threshold}`).join('; ');
}

/** What somebody else stored meanwhile where something else is typed: both, and a way to take theirs. */
export function Conflicts({ conflicts, mine, theirs, onTakeTheirs }: ConflictsProps) {
  const t = useT();
  if (conflicts.length === 0) return null;
  return (
    <Alert
      isInline
      isLiveRegion
      variant="warning"
      title={t('Somebody changed the model meanwhile')}
      actionLinks={<AlertActionLink onClick={onTakeTheirs}>{t('Take what is stored')}</AlertActionLink>}
    >
      {conflicts.map((part) => (
        <p key={part} className="llm-autoscaling__policy-words">
          {t('{{part}}: stored now {{theirs}}, typed {{mine}}.', {
            part: partName(part, t),
            theirs: valueOf(theirs, part, t),
            mine: valueOf(mine, part, t),
          })}
        </p>
      ))}
      <p>{t('Saving keeps what is typed.')}</p>
    </Alert>
  );
}
