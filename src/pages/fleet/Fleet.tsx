import { EmptyState, EmptyStateBody, Skeleton } from '@patternfly/react-core';
import { useMemo, useState } from 'react';
import type { ChangeFailureFacts } from '../../components/ChangeFailure';
import { EmptyFleet } from '../../components/EmptyFleet';
import { ReadProblem } from '../../components/ReadProblem';
import { missingInputs } from '../../data/readError';
import { useFleet } from '../../data/useFleet';
import type { Fleet as FleetData } from '../../data/useFleet';
import { useFleetLoad } from '../../data/useFleetLoad';
import { useNow } from '../../data/useNow';
import { useT } from '../../i18n';
import { FleetNotices } from './FleetNotices';
import { FleetRow } from './FleetRow';
import { fleetRows, matchingRows, sortedRows } from './fleetRows';
import { FleetTable } from './FleetTable';
import { FleetToolbar } from './FleetToolbar';
import { TurnOn } from './TurnOn';
import { rowsPerPage, useFleetView } from './useFleetView';

function FleetSkeleton() {
  const t = useT();
  return (
    <>
      {[1, 2, 3, 4].map((row) => (
        <Skeleton
          key={row}
          height="3rem"
          className="llm-autoscaling__skeleton"
          screenreaderText={row === 1 ? t('Loading the models') : ''}
        />
      ))}
    </>
  );
}

interface FleetProps {
  /** The project, undefined for all of them. */
  namespace: string | undefined;
}

function FleetBody({ namespace, fleet }: FleetProps & { fleet: FleetData }) {
  const t = useT();
  const now = useNow();
  const load = useFleetLoad(namespace);
  const view = useFleetView();
  const [turningOn, setTurningOn] = useState<string>();
  const [failure, setFailure] = useState<ChangeFailureFacts>();
  const { models, missing, kedaInstalled } = fleet;
  const rows = useMemo(
    () => fleetRows(models.values(), load.loads, now, missingInputs(missing)),
    [models, load.loads, now, missing],
  );
  const matching = useMemo(
    () => sortedRows(matchingRows(rows, view.words), view.sort, view.descending),
    [rows, view.words, view.sort, view.descending],
  );
  const shown = matching.slice((view.page - 1) * rowsPerPage, view.page * rowsPerPage);
  const chosen = turningOn === undefined ? undefined : models.get(turningOn);
  return (
    <>
      <FleetNotices kedaInstalled={kedaInstalled} load={load} failure={failure} now={now} />
      <FleetToolbar view={view} count={matching.length} />
      <FleetTable view={view}>
        {shown.map((row) => (
          <FleetRow
            key={row.model.key}
            row={row}
            now={now}
            kedaInstalled={kedaInstalled}
            loadPending={load.problem === undefined}
            onTurnOn={setTurningOn}
            onFailure={setFailure}
          />
        ))}
      </FleetTable>
      {matching.length === 0 && (
        <EmptyState titleText={t('No model matches')} headingLevel="h2">
          <EmptyStateBody>{t('Change the words that you search for.')}</EmptyStateBody>
        </EmptyState>
      )}
      {chosen !== undefined && (
        <TurnOn
          model={chosen}
          now={now}
          onClose={() => {
            setTurningOn(undefined);
          }}
        />
      )}
    </>
  );
}

/** The table of the models, or what stands in its place. */
export function Fleet({ namespace }: FleetProps) {
  const fleet = useFleet(namespace);
  if (fleet.problem !== undefined) return <ReadProblem problem={fleet.problem} namespace={namespace} />;
  if (fleet.loading) return <FleetSkeleton />;
  if (fleet.models.size === 0) return <EmptyFleet namespace={namespace} />;
  return <FleetBody namespace={namespace} fleet={fleet} />;
}
