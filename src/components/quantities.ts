import { perLanguage } from '../language';

const plain = perLanguage((language) => new Intl.NumberFormat(language, { maximumFractionDigits: 2 }));
const percent = perLanguage(
  (language) => new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }),
);
const moment = perLanguage(
  (language) => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' }),
);
const units = (['day', 'hour', 'minute', 'second'] as const).map((unit) =>
  perLanguage(
    (language) =>
      new Intl.NumberFormat(language, {
        style: 'unit',
        unit,
        unitDisplay: 'short',
        maximumFractionDigits: 0,
      }),
  ),
);
const sizes = [86_400, 3600, 60, 1];

/** A number as the reader's language writes it, with at most two decimals. */
export function formatNumber(value: number): string {
  return plain().format(value);
}

/** A share of 1 in whole percent, such as "73%". */
export function formatShare(share: number): string {
  return percent().format(share);
}

/** A point in time in milliseconds since 1970, with its day and to the second. */
export function formatMoment(milliseconds: number): string {
  return moment().format(milliseconds);
}

/** A duration in milliseconds in its two largest units, such as "2 min 40 sec"; what is negative counts as 0. */
export function formatDuration(milliseconds: number): string {
  let rest = Math.max(0, Math.round(milliseconds / 1000));
  const parts: string[] = [];
  sizes.forEach((size, index) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0 || (size === 1 && parts.length === 0)) parts.push(units[index]?.().format(count) ?? '');
  });
  return parts.slice(0, 2).join(' ');
}
