import { Alert } from '@patternfly/react-core';
import { ChangeFailure } from '../../components/ChangeFailure';
import type { ChangeFailureFacts } from '../../components/ChangeFailure';
import { MetricsProblem } from '../../components/MetricsProblem';
import type { FleetLoad } from '../../data/useFleetLoad';
import { useT } from '../../i18n';

interface FleetNoticesProps {
  kedaInstalled: boolean;
  load: FleetLoad;
  failure: ChangeFailureFacts | undefined;
  now: number;
}

/** What one has to know about the whole table. */
export function FleetNotices({ kedaInstalled, load, failure, now }: FleetNoticesProps) {
  const t = useT();
  const { problem, fetchedAt } = load;
  return (
    <>
      {!kedaInstalled && (
        <Alert isInline variant="info" title={t('KEDA is not installed')}>
          {t(
            'Install the Custom Metrics Autoscaler operator from the software catalog to scale models by their load.',
          )}
        </Alert>
      )}
      {problem !== undefined && (
        <MetricsProblem
          code={problem.code}
          message={problem.message}
          age={fetchedAt === undefined ? undefined : now - fetchedAt}
        />
      )}
      {failure !== undefined && <ChangeFailure failure={failure} />}
    </>
  );
}
