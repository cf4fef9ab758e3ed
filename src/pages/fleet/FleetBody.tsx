import { Suspense, memo, useCallback, useMemo, useState } from 'react';
import { formatNumber } from '../../components/quantities';
import { useAllocatableGpus } from '../../data/useAllocatableGpus';
import type { Fleet } from '../../data/useFleet';
import { useFleetLoad } from '../../data/useFleetLoad';
import { useMetricsScope } from '../../data/useMetricsScope';
import { useRefresh } from '../../data/useRefresh';
import { useT } from '../../i18n';
import { BulkArea } from './bulk/BulkArea';
import { createSelection } from './bulk/selection';
import { ChangesUnderWay } from './changes/ChangesUnderWay';
import { useFleetChanges } from './changes/useFleetChanges';
import { noFilters } from './filters/fleetFilters';
import { standouts } from './filters/standouts';
import type { Standout } from './filters/standouts';
import { useFleetView } from './filters/useFleetView';
import { FleetTrouble, NoMatch } from './lazyViews';
import { HistoryFeed } from './history/HistoryFeed';
import { isStale, troubleOf } from './notices/troubleOf';
import { useFleetRows } from './rows/useFleetRows';
import { createFleetSummary } from './summary/fleetSummary';
import { Freshness } from './summary/Freshness';
import { SummaryStrip } from './summary/SummaryStrip';
import { FleetSkeleton } from './table/FleetSkeleton';
import { FleetTable } from './table/FleetTable';
import { FleetToolbar } from './toolbar/FleetToolbar';
import { ManageColumns } from './toolbar/ManageColumns';
import { useColumns } from './toolbar/useColumns';
import { useExport } from './toolbar/useExport';
import { useProjects } from './toolbar/useProjects';

interface FleetBodyProps {
  /** The project, undefined for all of them. */
  namespace: string | undefined;
  fleet: Fleet;
}

/** With more models than this the history is asked for those that are shown only. */
const manyModels = 500;

function toggled(pressed: readonly Standout[], one: Standout): readonly Standout[] {
  return standouts.filter((standout) => pressed.includes(standout) !== (standout === one));
}

/** Summary, toolbar and table of the models, also while they are on their way. */
export const FleetBody = memo(function FleetBody({ namespace, fleet }: FleetBodyProps) {
  const t = useT();
  const { models, loading, kedaInstalled } = fleet;
  const refresh = useRefresh('30s');
  const access = useMetricsScope(namespace);
  const load = useFleetLoad(namespace, access);
  const allocatable = useAllocatableGpus(access.scope);
  const [view, change] = useFleetView();
  const columns = useColumns();
  const { rows, matching, shown, keys, page, store } = useFleetRows(fleet, load, view);
  const [summarize] = useState(createFleetSummary);
  const summary = useMemo(() => summarize(rows), [summarize, rows]);
  const changes = useFleetChanges();
  const projects = useProjects(models, namespace);
  const onExport = useExport(matching);
  const [selection] = useState(createSelection);
  const pressed = view.standouts;
  const toggle = useCallback(
    (standout: Standout) => {
      change({ standouts: toggled(pressed, standout) });
    },
    [change, pressed],
  );
  const [managing, setManaging] = useState(false);
  const manage = useCallback(() => {
    setManaging(true);
  }, []);
  const trouble = troubleOf(fleet, load, summary, changes.failures);
  return (
    <>
      {trouble !== undefined && (
        <Suspense fallback={null}>
          <FleetTrouble {...trouble} />
        </Suspense>
      )}
      <div className="llm-autoscaling__summary">
        <SummaryStrip
          summary={loading ? undefined : summary}
          allocatable={allocatable}
          away={load.problem !== undefined}
          pressed={pressed}
          onToggle={toggle}
        />
        <Freshness fetchedAt={load.fetchedAt} refresh={refresh} />
      </div>
      <FleetToolbar
        view={view}
        page={page}
        count={matching.length}
        projects={projects}
        onChange={change}
        onColumns={manage}
        onExport={onExport}
      />
      <div role="status" className="llm-autoscaling__unseen">
        {loading
          ? ''
          : t('{{number}} models are shown', {
              count: matching.length,
              number: formatNumber(matching.length),
            })}
      </div>
      <div className="llm-autoscaling__bulk">
        {!loading && <BulkArea selection={selection} models={models} matching={matching} keys={keys} />}
      </div>
      {loading ? (
        <FleetSkeleton columns={columns.shown} />
      ) : (
        <div className={isStale(load) ? 'llm-autoscaling__stale' : ''}>
          <FleetTable
            store={store}
            keys={keys}
            selection={selection}
            columns={columns.shown}
            sort={view.sort}
            descending={view.descending}
            busy={changes.busy}
            kedaInstalled={kedaInstalled}
            loadPending={load.problem === undefined}
            onSort={change}
            onChange={changes.start}
          />
        </div>
      )}
      <Suspense fallback={null}>
        {!loading && matching.length === 0 && (
          <NoMatch
            onClear={() => {
              change(noFilters);
            }}
          />
        )}
      </Suspense>
      {!loading && (
        <HistoryFeed
          namespace={namespace}
          scope={access.scope}
          shown={shown}
          shownOnly={models.size > manyModels}
          missing={fleet.missing}
          store={store}
        />
      )}
      <ChangesUnderWay changes={changes} models={models} />
      {managing && (
        <ManageColumns
          columns={columns}
          onClose={() => {
            setManaging(false);
          }}
        />
      )}
    </>
  );
});
