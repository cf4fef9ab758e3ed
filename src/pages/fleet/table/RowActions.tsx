import { MenuToggle } from '@patternfly/react-core';
import { EllipsisVIcon } from '@patternfly/react-icons';
import { Suspense, useState } from 'react';
import type { Translate } from '../../../i18n';
import { RowMenu } from '../lazyViews';
import type { FleetRow } from '../rows/fleetRow';
import type { SwitchFacts } from './SwitchCell';

/** The actions of a row. The menu itself comes when it is opened for the first time: a page has 50 of them. */
export function RowActions({ t, ...props }: SwitchFacts & { row: FleetRow; t: Translate }) {
  const [opened, setOpened] = useState(false);
  const label = t('Actions for {{name}}', { name: props.row.model.name });
  const toggle = (
    <MenuToggle
      variant="plain"
      aria-label={label}
      icon={<EllipsisVIcon />}
      isExpanded={opened}
      onClick={() => {
        setOpened(true);
      }}
    />
  );
  if (!opened) return toggle;
  return (
    <Suspense fallback={toggle}>
      <RowMenu {...props} label={label} />
    </Suspense>
  );
}
