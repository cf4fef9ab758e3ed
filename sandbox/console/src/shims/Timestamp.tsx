import type { TimestampProps } from '@openshift-console/dynamic-plugin-sdk';
import { Tooltip } from '@patternfly/react-core';
import { GlobeAmericasIcon } from '@patternfly/react-icons';
import { ago, inLocalTime, inUtc } from '../time/wording';
import { useMinute } from '../time/useMinute';

/** A point in time: in words while it is fresh, else as a date, with UTC on hover. */
export default function Timestamp({
  timestamp,
  simple = false,
  omitSuffix = false,
  className,
}: TimestampProps) {
  const now = useMinute();
  const at = timestamp === undefined ? NaN : Date.parse(timestamp);
  if (Number.isNaN(at)) return <>-</>;
  const text = ago(at, now, omitSuffix) ?? inLocalTime(at);
  if (simple) return <>{text}</>;
  return (
    <span className={className}>
      <GlobeAmericasIcon className="sandbox__leading-icon" />
      <Tooltip content={inUtc(at)}>
        <span data-test="timestamp">{text}</span>
      </Tooltip>
    </span>
  );
}
