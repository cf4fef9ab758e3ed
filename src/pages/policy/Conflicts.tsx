import { Alert, AlertActionLink } from '@patternfly/react-core';
import { useT } from '../../i18n';

/** A value that somebody else stored where something else is typed; empty: not set. */
export interface Conflict {
  part: string;
  mine: string;
  theirs: string;
}

interface ConflictsProps {
  conflicts: readonly Conflict[];
  onTakeTheirs: () => void;
}

/** What somebody else stored meanwhile where something else is typed: both, and a way to take theirs. */
export function Conflicts({ conflicts, onTakeTheirs }: ConflictsProps) {
  const t = useT();
  if (conflicts.length === 0) return null;
  const words = (text: string): string => (text === '' ? t('not set') : text);
  return (
    <Alert
      isInline
      isLiveRegion
      variant="warning"
      title={t('Somebody changed the model meanwhile')}
      actionLinks={<AlertActionLink onClick={onTakeTheirs}>{t('Take what is stored')}</AlertActionLink>}
    >
      {conflicts.map(({ part, mine, theirs }) => (
        <p key={part} className="llm-autoscaling__policy-words">
          {t('{{part}}: stored now {{theirs}}, typed {{mine}}.', {
            part,
            theirs: words(theirs),
            mine: words(mine),
          })}
        </p>
      ))}
      <p>{t('Saving keeps what is typed.')}</p>
    </Alert>
  );
}
