import { Dropdown, DropdownItem, DropdownList, MenuToggle } from '@patternfly/react-core';
import { EllipsisVIcon } from '@patternfly/react-icons';
import type { MouseEvent } from 'react';
import { useState } from 'react';
import { useHref, useNavigate } from 'react-router';
import { useT } from '../../../i18n';
import { metricsLink } from './metricsLink';
import type { Lane } from './buildLanes';
import type { LaneName } from './laneNames';

interface LaneMenuProps {
  lane: Lane;
  onTable: () => void;
  onQueries: () => void;
  onHide: (name: LaneName) => void;
}

/** What can be done with one graph. */
export function LaneMenu({ lane, onTable, onQueries, onHide }: LaneMenuProps) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const { title, queries, name } = lane;
  const link = metricsLink(queries);
  const href = useHref(link);
  const navigate = useNavigate();
  return (
    <Dropdown
      isOpen={open}
      onOpenChange={setOpen}
      onSelect={() => {
        setOpen(false);
      }}
      popperProps={{ position: 'start' }}
      toggle={(ref) => (
        <MenuToggle
          ref={ref}
          variant="plain"
          size="sm"
          isExpanded={open}
          aria-label={t('Actions of {{title}}', { title })}
          icon={<EllipsisVIcon />}
          onClick={() => {
            setOpen(!open);
          }}
        />
      )}
    >
      <DropdownList>
        <DropdownItem onClick={onTable}>{t('Show as table')}</DropdownItem>
        <DropdownItem onClick={onQueries}>{t('Show the query')}</DropdownItem>
        <DropdownItem
          to={href}
          onClick={(event: MouseEvent) => {
            // Another tab or window is the browser's to open.
            if (event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            void navigate(link);
          }}
        >
          {t('Open in Metrics')}
        </DropdownItem>
        <DropdownItem
          onClick={() => {
            onHide(name);
          }}
        >
          {t('Hide')}
        </DropdownItem>
      </DropdownList>
    </Dropdown>
  );
}
