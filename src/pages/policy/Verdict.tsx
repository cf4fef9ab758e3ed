import { Alert, Spinner } from '@patternfly/react-core';
import { useT } from '../../i18n';
import type { DryRun } from '../../data/useDryRun';
import { consoleLanguage } from '../../language';
import { readAutoscalingPolicy, samePolicy, type AutoscalingPolicy } from '../../policy/autoscalingPolicy';
import { fieldChanges } from './fieldChanges';

interface VerdictProps {
  dryRun: DryRun;
  /** What is asked for. */
  wanted: AutoscalingPolicy;
}

/** What the server says of the change, before it is made. */
export function Verdict({ dryRun, wanted }: VerdictProps) {
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
      const kept = readAutoscalingPolicy(dryRun.result);
      const time = new Date(dryRun.at).toLocaleTimeString(consoleLanguage());
      if (samePolicy(kept, wanted)) {
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
          {fieldChanges(wanted, kept).map(({ field, before, after }) => (
            <p key={field}>
              {field}: {before ?? t('not set')} {'->'} {after ?? t('not set')}
            </p>
          ))}
        </Alert>
      );
    }
  }
}
