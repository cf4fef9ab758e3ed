import { Dropdown, DropdownItem, DropdownList, MenuToggle } from '@patternfly/react-core';
import { AdjustIcon } from '@patternfly/react-icons';
import { useState, useSyncExternalStore } from 'react';
import { subscribeSettings } from '../settings';
import type { Theme } from './theme';
import { chooseTheme, chosenTheme, themes } from './theme';

const labels: Record<Theme, string> = { systemDefault: 'System default', light: 'Light', dark: 'Dark' };

/** Chooses between the light and the dark theme; in the console this is one of the user's preferences. */
export function ThemeSelect() {
  const [isOpen, setOpen] = useState(false);
  const chosen = useSyncExternalStore(subscribeSettings, chosenTheme);
  return (
    <Dropdown
      isOpen={isOpen}
      onOpenChange={setOpen}
      popperProps={{ position: 'right' }}
      onSelect={(_event, theme) => {
        setOpen(false);
        chooseTheme(theme as Theme);
      }}
      toggle={(ref) => (
        <MenuToggle
          ref={ref}
          variant="plain"
          aria-label="Theme"
          icon={<AdjustIcon />}
          isExpanded={isOpen}
          onClick={() => {
            setOpen(!isOpen);
          }}
        />
      )}
    >
      <DropdownList>
        {themes.map((theme) => (
          <DropdownItem key={theme} value={theme} isSelected={theme === chosen}>
            {labels[theme]}
          </DropdownItem>
        ))}
      </DropdownList>
    </Dropdown>
  );
}
