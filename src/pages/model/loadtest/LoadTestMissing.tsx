import { Alert, AlertActionLink } from '@patternfly/react-core';
import type { LoadTests } from '../../../data/useLoadTests';
import { useT } from '../../../i18n';
import type { Translate } from '../../../i18n';

interface LoadTestMissingProps {
  /** The Job that the URL names. */
  name: string;
  namespace: string;
  /** Why no test can be seen; undefined: they can, and there is none of this name. */
  problem: LoadTests['problem'];
  onClose: () => void;
}

function titleOf({ name, problem }: LoadTestMissingProps, t: Translate): string {
  if (problem === undefined) return t('This model has no load test {{name}}', { name });
  return problem.code === 'forbidden'
    ? t('You cannot see the load tests here')
    : t('The load tests could not be read');
}

function adviceOf({ namespace, problem }: LoadTestMissingProps, t: Translate): string {
  if (problem === undefined) {
    return t('A finished test is kept for a day, unless somebody deletes its Job.');
  }
  return problem.code === 'forbidden'
    ? t(
        'You need the right to list {{plural}} in the project {{namespace}}. Ask an administrator of the project.',
        { plural: problem.plural, namespace },
      )
    : t('The console tries again every few seconds.');
}

/** Stands in for a test that the URL names and that cannot be shown. */
export function LoadTestMissing(props: LoadTestMissingProps) {
  const t = useT();
  const { problem, onClose } = props;
  return (
    <Alert
      isInline
      variant={problem === undefined ? 'info' : 'warning'}
      title={titleOf(props, t)}
      actionLinks={<AlertActionLink onClick={onClose}>{t('Close')}</AlertActionLink>}
    >
      <p>{adviceOf(props, t)}</p>
      {problem?.code === 'failed' && <p className="llm-autoscaling__reason">{problem.message}</p>}
    </Alert>
  );
}
