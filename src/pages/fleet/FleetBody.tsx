import { Suspense, useCallback, useMemo, useState } from 'react';
import { useAllocatableGpus } from '../../data/useAllocatableGpus';
import type { Fleet } from '../../data/useFleet';
import { useFleetLoad } from '../../data/useFleetLoad';
import { useMetricsScope } from '../../data/useMetricsScope';
import { useRefresh } from '../../data/useRefresh';
import { useT } from '../../i18n';
import { ChangesUnderWay } from './changes/ChangesUnderWay';
import { useFleetChanges } from './changes/useFleetChanges';
import { noFilters } from './filters/fleetFilters';
import { standouts } from './filters/standouts';
import type { Standout } from './filters/standouts';
import { useFleetView } from './filters/useFleetView';
import { FleetTrouble, HistoryFeed, NoMatch } from './lazyViews';
import { isStale, troubleOf } from './notices/troubleOf';
import { useFleetRows } from './rows/useFleetRows';
import { fleetSummary } from './summary/fleetSummary';
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
export function FleetBody({ namespace, fleet }: FleetBodyProps) {
  const t = useT();
  const { models, loading, kedaInstalled } = fleet;
  const refresh = useRefresh('30s');
  const access = useMetricsScope(namespace);
  const load = useFleetLoad(namespace, access);
  const allocatable = useAllocatableGpus(access.scope);
  const [view, change] = useFleetView();
  const columns = useColumns();
  const { rows, matching, shown, keys, page, store } = useFleetRows(fleet, load, view);
  const summary = useMemo(() => fleetSummary(rows), [rows]);
  const changes = useFleetChanges();
  const projects = useProjects(models, namespace);
  const onExport = useExport(matching);
  const [managing, setManaging] = useState(false);
  const manage = useCallback(() => {
    setManaging(true);
  }, []);
  const trouble = troubleOf(fleet, load, summary, changes.failure);
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
          pressed={view.standouts}
          onToggle={(standout) => {
            change({ standouts: toggled(view.standouts, standout) });
          }}
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
        {loading ? '' : t('{{count}} models are shown', { count: matching.length })}
      </div>
      {loading ? (
        <FleetSkeleton columns={columns.shown} />
      ) : (
        <div className={isStale(load) ? 'llm-autoscaling__stale' : ''}>
          <FleetTable
            store={store}
            keys={keys}
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
      <Suspense fallback={null}>
        <HistoryFeed
          namespace={namespace}
          scope={access.scope}
          shown={shown}
          shownOnly={models.size > manyModels}
          missing={fleet.missing}
          store={store}
        />
      </Suspense>
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
}
