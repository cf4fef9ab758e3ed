import { SearchInput } from '@patternfly/react-core';
import { useState } from 'react';
import { useT } from '../../../i18n';
import { Chips } from './CheckFilter';

interface LabelFilterProps {
  labels: readonly string[];
  onChange: (labels: readonly string[]) => void;
}

/** A filter by labels of the InferenceServices; the Enter key takes one more. */
export function LabelFilter({ labels, onChange }: LabelFilterProps) {
  const t = useT();
  const [text, setText] = useState('');
  const clear = (): void => {
    setText('');
  };
  return (
    <Chips label={t('Label')} chosen={labels} nameOf={(label) => label} onChange={onChange}>
      <SearchInput
        aria-label={t('Filter by label')}
        placeholder={t('Label: key=value')}
        value={text}
        submitSearchButtonLabel={t('Search')}
        resetButtonLabel={t('Clear the search')}
        onChange={(_event, typed) => {
          setText(typed);
        }}
        onSearch={() => {
          const label = text.trim();
          if (label !== '' && !labels.includes(label)) onChange([...labels, label]);
          clear();
        }}
        onClear={clear}
      />
    </Chips>
  );
}
