import { formatNumber } from '../../../components/quantities';

interface NumberStripProps {
  /** What the numbers are of. */
  label: string;
  /** Names and numbers; undefined: not measured. */
  numbers: readonly (readonly [string, number | undefined])[];
}

/** Numbers, large; "-" for what is not measured. */
export function NumberStrip({ label, numbers }: NumberStripProps) {
  return (
    <dl className="llm-autoscaling__loadtest-strip" aria-label={label}>
      {numbers.map(([name, value]) => (
        <div key={name}>
          <dt className="llm-autoscaling__loadtest-name">{name}</dt>
          <dd className="llm-autoscaling__loadtest-number">
            {value === undefined ? '-' : formatNumber(value)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
