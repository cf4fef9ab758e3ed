/**
 * A metric or a threshold in thousandths, as KEDA hands it to the HPA: three decimals, an exact tie goes to the even
 * digit; NaN, infinities and negative numbers become 0 (KEDA pkg/scalers/scaler.go).
 */
export function toMilli(value: number): number {
  if (!Number.isFinite(value) || value < 0) return 0;
  // Only a multiple of 1/16 can lie exactly between two thousandths.
  if (Number.isInteger(value * 16) && (value * 1000) % 1 === 0.5) return 2 * Math.round(value * 500);
  return Math.round(Number(value.toFixed(3)) * 1000);
}
