import { Dropdown, DropdownItem, DropdownList, MenuToggle, ToolbarFilter } from '@patternfly/react-core';
import { useState } from 'react';
import { formatNumber } from '../../../components/quantities';
import { useT } from '../../../i18n';

/** One thing that can be chosen. */
export interface Choice {
  value: string;
  label: string;
}

interface CheckFilterProps {
  /** What is chosen, such as "State". */
  label: string;
  choices: readonly Choice[];
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
}

interface ChipsProps extends Omit<CheckFilterProps, 'choices'> {
  /** The label of a chosen value. */
  nameOf: (value: string) => string;
  children?: React.ReactNode;
}

/** The chosen values of a filter below the toolbar, each of which can be taken away. */
export function Chips({ label, chosen, nameOf, onChange, children }: ChipsProps) {
  return (
    <ToolbarFilter
      categoryName={label}
      labels={chosen.map((value) => ({ key: value, node: nameOf(value) }))}
      deleteLabel={(_category, chip) => {
        const gone = typeof chip === 'string' ? chip : chip.key;
        onChange(chosen.filter((value) => value !== gone));
      }}
      deleteLabelGroup={() => {
        onChange([]);
      }}
      showToolbarItem={children !== undefined}
    >
      {children}
    </ToolbarFilter>
  );
}

/** A filter by any of some values, as a menu of checkboxes. */
export function CheckFilter({ label, choices, chosen, onChange }: CheckFilterProps) {
  const t = useT();
  const [isOpen, setIsOpen] = useState(false);
  const nameOf = (value: string): string => choices.find((choice) => choice.value === value)?.label ?? value;
  const toggle = (value: string): void => {
    onChange(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
  };
  return (
    <Chips label={label} chosen={chosen} nameOf={nameOf} onChange={onChange}>
      <Dropdown
        isOpen={isOpen}
        isScrollable
        onOpenChange={setIsOpen}
        toggle={(ref) => (
          <MenuToggle
            ref={ref}
            isExpanded={isOpen}
            aria-label={t('Filter by {{property}}', { property: label })}
            onClick={() => {
              setIsOpen(!isOpen);
            }}
          >
            {chosen.length === 0 ? label : `${label} (${formatNumber(chosen.length)})`}
          </MenuToggle>
        )}
      >
        <DropdownList>
          {(isOpen ? choices : []).map((choice) => (
            <DropdownItem
              key={choice.value}
              hasCheckbox
              isSelected={chosen.includes(choice.value)}
              onClick={() => {
                toggle(choice.value);
              }}
            >
              {choice.label}
            </DropdownItem>
          ))}
        </DropdownList>
      </Dropdown>
    </Chips>
  );
}
