const plain = new Intl.NumberFormat(undefined, { maximumFractionDigits: 2 });
const units = (['day', 'hour', 'minute', 'second'] as const).map(
  (unit) =>
    new Intl.NumberFormat(undefined, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 0 }),
);
const sizes = [86_400, 3600, 60, 1];

/** A number as the reader's language writes it, with at most two decimals. */
export function formatNumber(value: number): string {
  return plain.format(value);
}

/** A duration in milliseconds in its two largest units, such as "2 min 40 sec"; what is negative counts as 0. */
export function formatDuration(milliseconds: number): string {
  let rest = Math.max(0, Math.round(milliseconds / 1000));
  const parts: string[] = [];
  sizes.forEach((size, index) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0 || (size === 1 && parts.length === 0)) parts.push(units[index]?.format(count) ?? '');
  });
  return parts.slice(0, 2).join(' ');
}
