import { Icon } from '@patternfly/react-core';
import { CheckCircleIcon, ExclamationTriangleIcon, InfoCircleIcon } from '@patternfly/react-icons';
import type { Consequence } from '../consequences/consequence';
import { useT } from '../i18n';
import type { PolicyTrigger } from '../policy/trigger';
import { consequenceWords } from './consequenceWords';
import './acts.css';

interface ConsequenceListProps {
  consequences: readonly Consequence[];
  triggers: readonly PolicyTrigger[];
}

const icons = {
  good: { status: 'success', Image: CheckCircleIcon },
  info: { status: 'info', Image: InfoCircleIcon },
  warning: { status: 'warning', Image: ExclamationTriangleIcon },
} as const;

/** What the change will do, one line each. */
export function ConsequenceList({ consequences, triggers }: ConsequenceListProps) {
  const t = useT();
  const titles = { good: t('Good'), info: t('Note'), warning: t('Warning') };
  return (
    <ul className="llm-autoscaling__acts-consequences" aria-live="polite">
      {consequences.map((consequence) => {
        const { status, Image } = icons[consequence.tone];
        const words = consequenceWords(consequence, triggers, t);
        return (
          <li key={`${consequence.code} ${words}`} className="llm-autoscaling__acts-consequence">
            <Icon status={status} isInline>
              <Image title={titles[consequence.tone]} />
            </Icon>
            <span>{words}</span>
          </li>
        );
      })}
    </ul>
  );
}
