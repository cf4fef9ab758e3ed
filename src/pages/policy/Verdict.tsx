import { Alert, Spinner } from '@patternfly/react-core';
import { useT } from '../../i18n';
import type { DryRun } from '../../data/useDryRun';
import { consoleLanguage } from '../../language';
import type { KubernetesObject } from '../../resources/object';
import type { FieldChange } from './fieldChanges';

interface VerdictProps<T extends KubernetesObject> {
  dryRun: DryRun<T>;
  /** How what the server would store differs from what is asked for. */
  changesBy: (result: T) => readonly FieldChange[];
}

/** What the server says of the change, before it is made. */
export function Verdict<T extends KubernetesObject>({ dryRun, changesBy }: VerdictProps<T>) {
  const t = useT();
  switch (dryRun.state) {
    case 'idle':
      return null;
    case 'checking':
      return (
        <p>
          <Spinner size="sm" aria-label={t('Asking the server')} /> {t('Asking the server')}
        </p>
      );
    case 'refused': {
      const titles = {
        conflict: t('The model changed meanwhile; the values are compared anew.'),
        forbidden: t('You may not do this'),
        refused: t('The server refuses this'),
        failed: t('The server does not answer'),
        late: t('The server does not answer'),
        nothing: t('There is nothing that could be changed'),
      };
      return (
        <Alert isInline isLiveRegion variant="danger" title={titles[dryRun.code]}>
          <p className="llm-autoscaling__policy-words">{dryRun.message}</p>
        </Alert>
      );
    }
    case 'accepted': {
      const changes = changesBy(dryRun.result);
      const time = new Date(dryRun.at).toLocaleTimeString(consoleLanguage());
      if (changes.length === 0) {
        return (
          <Alert
            isInline
            isPlain
            variant="success"
            title={t('The server accepts this (dry run, {{time}}).', { time })}
          />
        );
      }
      return (
        <Alert
          isInline
          variant="warning"
          title={t('The server accepts this, but would store something else')}
        >
          {changes.map(({ field, before, after }) => (
            <p key={field}>
              {field}: {before ?? t('not set')} {'->'} {after ?? t('not set')}
            </p>
          ))}
        </Alert>
      );
    }
  }
}
