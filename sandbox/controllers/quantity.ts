/** A number as Kubernetes writes a quantity of milli precision, rounded up: 24 is "24", 4.8 is "4800m". */
export function formatQuantity(value: number): string {
  // 4.8 * 1000 is a little over 4800 in floating point: that must not round up.
  const milli = Math.ceil(Number((value * 1000).toFixed(3)));
  return milli % 1000 === 0 ? String(milli / 1000) : `${String(milli)}m`;
}
