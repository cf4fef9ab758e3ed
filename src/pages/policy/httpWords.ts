import { formatNumber } from '../../components/quantities';
import type { Translate } from '../../i18n';
import { httpDefaults, type HttpIssue } from '../../policy/httpPolicy';
import type { HttpField } from './httpForm';
import { issueWords } from './issueWords';

/** A field as the form words it. */
export interface FieldWords {
  label: string;
  help?: string;
  /** What counts where nothing is typed. */
  placeholder?: string;
}

/** The words of each field. */
export function httpFieldWords(field: HttpField, t: Translate): FieldWords {
  const notSet = (seconds: number): string => t('not set: {{seconds}} s', { seconds });
  const words: Record<HttpField, FieldWords> = {
    minReplicas: {
      label: t('Minimum replicas'),
      help: t('With 0 it sleeps when nobody uses it, and the first request waits for the cold start.'),
    },
    maxReplicas: { label: t('Maximum replicas') },
    threshold: { label: t('Add replicas above'), help: t('per replica') },
    cooldownSeconds: {
      label: t('Idle time until it sleeps, seconds'),
      help: t('From the last request until the last replica goes. It counts with a minimum of 0 only.'),
      placeholder: notSet(httpDefaults.cooldownSeconds),
    },
    initialCooldownSeconds: {
      label: t('The same before the first request, seconds'),
      help: t('From the creation of the ScaledObject: a new model has that long to load.'),
      placeholder: notSet(httpDefaults.initialCooldownSeconds),
    },
    scaleDownWindowSeconds: {
      label: t('Wait before scaling down, seconds'),
      help: t('The load must stay low for this long; then all surplus replicas go at once.'),
      placeholder: notSet(httpDefaults.scaleDownWindowSeconds),
    },
    scaleUpWindowSeconds: {
      label: t('Wait before scaling up, seconds'),
      help: t('The load must stay high for this long.'),
      placeholder: notSet(httpDefaults.scaleUpWindowSeconds),
    },
  };
  return words[field];
}

/** As elsewhere, but here nothing stands against a minimum of 0. */
export function httpIssueWords(issue: HttpIssue, t: Translate): string {
  return issue.code === 'belowLimit'
    ? t('At least {{limit}}.', { limit: formatNumber(issue.limit ?? 0) })
    : issueWords(issue, t);
}
