import { formatNumber, formatShare } from '../../../components/quantities';
import type { Scale } from '../../../graphs/plot';
import { perLanguage } from '../../../language';
import type { LaneName } from './laneNames';

const compact = perLanguage(
  (language) => new Intl.NumberFormat(language, { notation: 'compact', maximumFractionDigits: 1 }),
);
const rounded = perLanguage((language) => new Intl.NumberFormat(language, { maximumFractionDigits: 0 }));
const inSeconds = perLanguage(
  (language) =>
    new Intl.NumberFormat(language, {
      style: 'unit',
      unit: 'second',
      unitDisplay: 'narrow',
      maximumSignificantDigits: 3,
    }),
);
const inMilliseconds = perLanguage(
  (language) =>
    new Intl.NumberFormat(language, {
      style: 'unit',
      unit: 'millisecond',
      unitDisplay: 'narrow',
      maximumFractionDigits: 0,
    }),
);

/** Seconds with their unit, in milliseconds below one. */
export function formatSeconds(value: number): string {
  return value > 0 && value < 1 ? inMilliseconds().format(value * 1000) : inSeconds().format(value);
}

/** How a lane writes its values, in the read-out and beside its axis. */
export interface LaneFormat {
  scale: Scale;
  format: (value: number) => string;
  axisFormat: (value: number) => string;
}

const formatCompact = (value: number): string => compact().format(value);
const formatRounded = (value: number): string => rounded().format(value);

const counts: LaneFormat = { scale: 'count', format: formatNumber, axisFormat: formatCompact };

/** The format of each lane of lines. */
export const laneFormats: Readonly<Record<Exclude<LaneName, 'pods'>, LaneFormat>> = {
  requests: counts,
  trigger: { ...counts, scale: 'quantity' },
  replicas: counts,
  gpus: counts,
  latency: { scale: 'quantity', format: formatSeconds, axisFormat: formatSeconds },
  kv: { scale: 'share', format: formatShare, axisFormat: formatShare },
  tokens: { scale: 'quantity', format: formatRounded, axisFormat: formatCompact },
};
