import {
  SearchInput,
  ToggleGroup,
  ToggleGroupItem,
  Toolbar,
  ToolbarContent,
  ToolbarItem,
} from '@patternfly/react-core';
import { useT } from '../../../i18n';
import type { Translate } from '../../../i18n';
import type { EventFilter } from '../../../resources/modelEvents';

interface EventFiltersProps {
  filter: EventFilter;
  onChange: (filter: EventFilter) => void;
  /** How many events match, in words. */
  count: string;
}

type EventType = EventFilter['type'];

const types: readonly EventType[] = ['all', 'normal', 'warning'];

function typeWord(type: EventType, t: Translate): string {
  const words: Record<EventType, string> = { all: t('All'), normal: t('Normal'), warning: t('Warning') };
  return words[type];
}

/** Search and the filter by type. */
export function EventFilters({ filter, onChange, count }: EventFiltersProps) {
  const t = useT();
  return (
    <Toolbar>
      <ToolbarContent>
        <ToolbarItem>
          <SearchInput
            aria-label={t('Search in the events')}
            placeholder={t('Search in the events')}
            value={filter.words}
            resetButtonLabel={t('Clear the search')}
            onChange={(_event, words) => {
              onChange({ ...filter, words });
            }}
            onClear={() => {
              onChange({ ...filter, words: '' });
            }}
          />
        </ToolbarItem>
        <ToolbarItem>
          <ToggleGroup aria-label={t('Type of the events')}>
            {types.map((type) => (
              <ToggleGroupItem
                key={type}
                text={typeWord(type, t)}
                isSelected={filter.type === type}
                onChange={() => {
                  onChange({ ...filter, type });
                }}
              />
            ))}
          </ToggleGroup>
        </ToolbarItem>
        <ToolbarItem alignSelf="center" align={{ default: 'alignEnd' }}>
          <span aria-live="polite" className="llm-autoscaling__reason">
            {count}
          </span>
        </ToolbarItem>
      </ToolbarContent>
    </Toolbar>
  );
}
