import { FormSelect, FormSelectOption } from '@patternfly/react-core';
import { formatDuration } from '../../components/quantities';
import { useT } from '../../i18n';
import { rangePresets } from '../../queries/timeRange';
import type { GraphRange } from './useGraphRange';

/** Up to the retention that a cluster's Prometheus has as a rule (OpenShift: 15 days, user workloads: 24 hours). */
const longest = 604_800;

/** Chooses how much of the past the graphs show. */
export function RangeSelect({ range }: { range: GraphRange }) {
  const t = useT();
  const presets = rangePresets.filter(({ seconds }) => seconds <= longest);
  const known = presets.some(({ seconds }) => seconds === range.seconds);
  const options = known ? presets : [...presets, { value: range.value, seconds: range.seconds }];
  return (
    <FormSelect
      aria-label={t('Time range')}
      className="llm-autoscaling__range"
      value={options.find(({ seconds }) => seconds === range.seconds)?.value ?? range.value}
      onChange={(_event, value) => {
        range.choose(value);
      }}
    >
      {options.map(({ value, seconds }) => (
        <FormSelectOption
          key={value}
          value={value}
          label={t('Last {{duration}}', { duration: formatDuration(seconds * 1000) })}
        />
      ))}
    </FormSelect>
  );
}
