import { Alert } from '@patternfly/react-core';
import { useT } from '../i18n';
import type { Translate } from '../i18n';
import { formatDuration } from './quantities';

type MetricsProblemCode =
  'unauthorised' | 'badRequest' | 'absent' | 'timeout' | 'unreachable' | 'needsProject';

interface MetricsProblemProps {
  code: MetricsProblemCode;
  /** The server's words. */
  message?: string | undefined;
  /** Age of the numbers that are still shown, in milliseconds; undefined when there are none. */
  age?: number | undefined;
}

function titleOf(code: MetricsProblemCode, t: Translate): string {
  const titles: Record<MetricsProblemCode, string> = {
    unauthorised: t('You are not allowed to read metrics here'),
    badRequest: t('Thanos refuses the query'),
    absent: t('The console serves no metrics'),
    timeout: t('Thanos takes too long to answer'),
    unreachable: t('Thanos cannot be reached'),
    needsProject: t('Choose a project to see its load'),
  };
  return titles[code];
}

function adviceOf(code: MetricsProblemCode, t: Translate): string {
  if (code === 'needsProject') return t('You may read the metrics of single projects only.');
  if (code === 'unauthorised')
    return t(
      'You need the right to get pods.metrics.k8s.io in the project, or the cluster role cluster-monitoring-view.',
    );
  return t('The next try is at most a minute away.');
}

/** Says why there are no numbers, or that they are old. What was seen before stays. */
export function MetricsProblem({ code, message, age }: MetricsProblemProps) {
  const t = useT();
  const calm = code === 'needsProject';
  return (
    <Alert isInline variant={calm ? 'info' : 'warning'} title={titleOf(code, t)}>
      <p>{adviceOf(code, t)}</p>
      {age !== undefined && <p>{t('The numbers shown are {{age}} old.', { age: formatDuration(age) })}</p>}
      {message !== undefined && <p className="llm-autoscaling__reason">{message}</p>}
    </Alert>
  );
}
