import { FormSelect, FormSelectOption } from '@patternfly/react-core';
import { formatDuration } from '../../../components/quantities';
import { useT } from '../../../i18n';
import { rangePresets } from '../../../queries/timeRange';
import type { GraphRange } from '../useGraphRange';
import { spanWords } from './spanWords';

/** The value of the choice that opens the dialog, and of the span that is shown. */
const custom = 'custom';
const shown = 'span';

interface RangeSelectProps {
  range: GraphRange;
  onCustom: () => void;
}

/** Chooses how much of the past the graphs show. */
export function RangeSelect({ range, onCustom }: RangeSelectProps) {
  const t = useT();
  const { span, seconds, value } = range;
  const known = rangePresets.some((preset) => preset.seconds === seconds);
  const options = known ? rangePresets : [...rangePresets, { value, seconds }];
  return (
    <FormSelect
      aria-label={t('Time range')}
      className="llm-autoscaling__range"
      value={span === undefined ? value : shown}
      onChange={(_event, chosen) => {
        if (chosen === custom) onCustom();
        else if (chosen !== shown) range.choose(chosen);
      }}
    >
      {span !== undefined && <FormSelectOption value={shown} label={spanWords(span)} />}
      {options.map((option) => (
        <FormSelectOption
          key={option.value}
          value={option.value}
          label={t('Last {{duration}}', { duration: formatDuration(option.seconds * 1000) })}
        />
      ))}
      <FormSelectOption value={custom} label={t('From … to …')} />
    </FormSelect>
  );
}
