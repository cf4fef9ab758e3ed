import { Dropdown, DropdownItem, DropdownList, MenuToggle } from '@patternfly/react-core';
import { LanguageIcon } from '@patternfly/react-icons';
import { useState } from 'react';
import { chooseLanguage, languageOf, languages } from './languages';

/** Chooses the language of the page; in the console this is one of the user's preferences. */
export function LanguageSelect() {
  const [isOpen, setOpen] = useState(false);
  const [chosen] = useState(() => languageOf(window.location.search));
  return (
    <Dropdown
      isOpen={isOpen}
      onOpenChange={setOpen}
      popperProps={{ position: 'right' }}
      onSelect={(_event, code) => {
        setOpen(false);
        chooseLanguage(String(code));
      }}
      toggle={(ref) => (
        <MenuToggle
          ref={ref}
          variant="plain"
          aria-label="Language"
          icon={<LanguageIcon />}
          isExpanded={isOpen}
          onClick={() => {
            setOpen(!isOpen);
          }}
        />
      )}
    >
      <DropdownList>
        {languages.map(({ code, name }) => (
          <DropdownItem key={code} value={code} isSelected={code === chosen}>
            {name}
          </DropdownItem>
        ))}
      </DropdownList>
    </Dropdown>
  );
}
