import { Pagination, SearchInput, Toolbar, ToolbarContent, ToolbarItem } from '@patternfly/react-core';
import { useT } from '../../i18n';
import { rowsPerPage } from './useFleetView';
import type { FleetView } from './useFleetView';

interface FleetToolbarProps {
  view: FleetView;
  /** Rows that match. */
  count: number;
}

/** Search and pages. */
export function FleetToolbar({ view, count }: FleetToolbarProps) {
  const t = useT();
  return (
    <Toolbar>
      <ToolbarContent>
        <ToolbarItem>
          <SearchInput
            aria-label={t('Search by name')}
            placeholder={t('Search by name')}
            value={view.words}
            onChange={(_event, words) => {
              view.change({ words });
            }}
            onClear={() => {
              view.change({ words: '' });
            }}
          />
        </ToolbarItem>
        <ToolbarItem variant="pagination" align={{ default: 'alignEnd' }}>
          <Pagination
            isCompact
            itemCount={count}
            perPage={rowsPerPage}
            perPageOptions={[{ title: String(rowsPerPage), value: rowsPerPage }]}
            page={view.page}
            onSetPage={(_event, page) => {
              view.change({ page });
            }}
          />
        </ToolbarItem>
      </ToolbarContent>
    </Toolbar>
  );
}
