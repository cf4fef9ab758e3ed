import { Badge, MenuToggle, Select, SelectList, SelectOption } from '@patternfly/react-core';
import { useState } from 'react';
import { useT } from '../../../i18n';
import { laneNames, laneTitle } from '../lanes/laneNames';
import type { LaneName } from '../lanes/laneNames';
import type { HiddenLanes } from '../lanes/useHiddenLanes';

interface LaneSelectProps {
  /** The lanes that the model has. */
  lanes: readonly LaneName[];
  hiddenLanes: HiddenLanes;
}

/** Chooses which graphs are shown. */
export function LaneSelect({ lanes, hiddenLanes }: LaneSelectProps) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const { hidden, toggle } = hiddenLanes;
  const gone = lanes.filter((name) => hidden.has(name)).length;
  return (
    <Select
      role="menu"
      isOpen={open}
      onOpenChange={setOpen}
      onSelect={(_event, value) => {
        const name = laneNames.find((each) => each === value);
        if (name !== undefined) toggle(name);
      }}
      toggle={(ref) => (
        <MenuToggle
          ref={ref}
          isExpanded={open}
          onClick={() => {
            setOpen(!open);
          }}
          {...(gone > 0 && { badge: <Badge isRead>{t('{{number}} hidden', { number: gone })}</Badge> })}
        >
          {t('Graphs')}
        </MenuToggle>
      )}
    >
      <SelectList>
        {lanes.map((name) => (
          <SelectOption key={name} value={name} hasCheckbox isSelected={!hidden.has(name)}>
            {laneTitle(name, t)}
          </SelectOption>
        ))}
      </SelectList>
    </Select>
  );
}
