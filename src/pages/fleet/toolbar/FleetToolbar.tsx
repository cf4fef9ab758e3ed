import {
  Button,
  Pagination,
  SearchInput,
  Toolbar,
  ToolbarContent,
  ToolbarItem,
} from '@patternfly/react-core';
import { memo } from 'react';
import { statusWord } from '../../../components/statusWords';
import { useT } from '../../../i18n';
import { bySeverity } from '../../../status/severity';
import { noFilters } from '../filters/fleetFilters';
import { standouts } from '../filters/standouts';
import { rowsPerPage } from '../filters/useFleetView';
import type { ChangeView } from '../filters/useFleetView';
import type { FleetView } from '../filters/viewParameters';
import { fleetModes } from '../rows/fleetMode';
import { standoutLabel } from '../summary/SummaryStrip';
import { modeWord } from '../table/modeWords';
import { CheckFilter, Chips } from './CheckFilter';
import { LabelFilter } from './LabelFilter';

interface FleetToolbarProps {
  view: FleetView;
  /** The page that is shown, from 1. */
  page: number;
  /** Rows that match. */
  count: number;
  /** Projects to choose from; undefined when the page shows one project. */
  projects: readonly string[] | undefined;
  onChange: ChangeView;
  onColumns: () => void;
  onExport: () => void;
}

/** Values of a closed list, without what is none of them. */
function knownOf<T extends string>(all: readonly T[], chosen: readonly string[]): readonly T[] {
  return all.filter((value) => chosen.includes(value));
}

interface FiltersProps extends Pick<FleetView, 'states' | 'modes' | 'labels' | 'standouts'> {
  /** Those that are filtered by. */
  chosen: readonly string[];
  projects: readonly string[] | undefined;
  onChange: ChangeView;
}

const Filters = memo(function Filters(props: FiltersProps) {
  const { states, modes, labels, standouts: only, chosen: inProjects, projects, onChange } = props;
  const t = useT();
  return (
    <>
      <CheckFilter
        label={t('State')}
        choices={bySeverity.map((value) => ({ value, label: statusWord(value, t) }))}
        chosen={states}
        onChange={(chosen) => {
          onChange({ states: knownOf(bySeverity, chosen) });
        }}
      />
      <CheckFilter
        label={t('Mode')}
        choices={fleetModes.map((value) => ({ value, label: modeWord(value, t) }))}
        chosen={modes}
        onChange={(chosen) => {
          onChange({ modes: knownOf(fleetModes, chosen) });
        }}
      />
      {projects !== undefined && (
        <CheckFilter
          label={t('Project')}
          choices={projects.map((value) => ({ value, label: value }))}
          chosen={inProjects}
          onChange={(chosen) => {
            onChange({ projects: chosen });
          }}
        />
      )}
      <LabelFilter
        labels={labels}
        onChange={(labels) => {
          onChange({ labels });
        }}
      />
      <Chips
        label={t('Only')}
        chosen={only}
        nameOf={(value) => {
          const known = standouts.find((standout) => standout === value);
          return known === undefined ? value : standoutLabel(known, t);
        }}
        onChange={(chosen) => {
          onChange({ standouts: knownOf(standouts, chosen) });
        }}
      />
    </>
  );
});

/** Search, filters, columns, export and pages. */
export const FleetToolbar = memo(function FleetToolbar(props: FleetToolbarProps) {
  const { view, page, count, projects, onChange, onColumns, onExport } = props;
  const t = useT();
  return (
    <Toolbar
      hasNoPadding
      clearAllFilters={() => {
        onChange(noFilters);
      }}
      clearFiltersButtonText={t('Clear all filters')}
    >
      <ToolbarContent>
        <ToolbarItem>
          <SearchInput
            aria-label={t('Search by name')}
            placeholder={t('Search by name')}
            value={view.words}
            resetButtonLabel={t('Clear the search')}
            onChange={(_event, words) => {
              onChange({ words });
            }}
            onClear={() => {
              onChange({ words: '' });
            }}
          />
        </ToolbarItem>
        <Filters
          states={view.states}
          modes={view.modes}
          chosen={view.projects}
          labels={view.labels}
          standouts={view.standouts}
          projects={projects}
          onChange={onChange}
        />
        <ToolbarItem>
          <Button variant="link" onClick={onColumns}>
            {t('Manage columns')}
          </Button>
        </ToolbarItem>
        <ToolbarItem>
          <Button variant="link" isDisabled={count === 0} onClick={onExport}>
            {t('Export CSV')}
          </Button>
        </ToolbarItem>
        <ToolbarItem variant="pagination" align={{ default: 'alignEnd' }}>
          <Pagination
            titles={{
              ofWord: t('of'),
              paginationAriaLabel: t('Pages'),
              toPreviousPageAriaLabel: t('Go to the previous page'),
              toNextPageAriaLabel: t('Go to the next page'),
            }}
            isCompact
            itemCount={count}
            perPage={rowsPerPage}
            perPageOptions={[{ title: String(rowsPerPage), value: rowsPerPage }]}
            page={page}
            onSetPage={(_event, next) => {
              onChange({ page: next });
            }}
          />
        </ToolbarItem>
      </ToolbarContent>
    </Toolbar>
  );
});
