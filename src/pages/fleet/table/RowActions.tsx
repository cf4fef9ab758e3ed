import { MenuToggle } from '@patternfly/react-core';
import { EllipsisVIcon } from '@patternfly/react-icons';
import { Suspense, memo, useState } from 'react';
import type { Translate } from '../../../i18n';
import { RowMenu } from '../lazyViews';
import type { SwitchFacts } from './SwitchCell';

const icon = <EllipsisVIcon />;

/** The actions of a row. The menu itself comes when it is opened for the first time: a page has 50 of them. */
export const RowActions = memo(function RowActions({ t, ...props }: SwitchFacts & { t: Translate }) {
  const { key, name } = props.model;
  // The row may become that of another model.
  const [openedFor, setOpenedFor] = useState('');
  const opened = openedFor === key;
  if (!opened && openedFor !== '') setOpenedFor('');
  const label = t('Actions for {{name}}', { name });
  const toggle = (
    <MenuToggle
      variant="plain"
      aria-label={label}
      icon={icon}
      isExpanded={opened}
      onClick={() => {
        setOpenedFor(key);
      }}
    />
  );
  if (!opened) return toggle;
  return (
    <Suspense fallback={toggle}>
      <RowMenu key={key} {...props} label={label} />
    </Suspense>
  );
});
