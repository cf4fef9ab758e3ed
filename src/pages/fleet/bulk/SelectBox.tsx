import { Checkbox } from '@patternfly/react-core';
import { useId, useSyncExternalStore } from 'react';
import type { Translate } from '../../../i18n';
import type { ServedModel } from '../../../resources/servedModel';
import type { Selection } from './selection';

interface SelectBoxProps {
  selection: Selection;
  model: ServedModel;
  t: Translate;
}

/** Selects a row. */
export function SelectBox({ selection, model: { key, name, namespace }, t }: SelectBoxProps) {
  const selected = useSyncExternalStore(selection.subscribe, () => selection.has(key));
  return (
    <Checkbox
      id={useId()}
      aria-label={t('Select {{name}} in {{namespace}}', { name, namespace })}
      isChecked={selected}
      onChange={(_event, checked) => {
        selection.set([key], checked);
      }}
    />
  );
}
