/** A sample value as Prometheus' HTTP API writes it: Go's shortest form, "+Inf", "-Inf" and "NaN". */
export function sampleText(value: number): string {
  if (value === Infinity) return '+Inf';
  if (Object.is(value, -0)) return '-0';
  if (!Number.isFinite(value)) return value < 0 ? '-Inf' : 'NaN';
  // Go writes at least two digits of exponent.
  return String(value).replace(/e([+-])(\d)$/, 'e$10$2');
}
