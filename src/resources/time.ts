/** A time of Kubernetes (RFC 3339) as ms since the epoch; undefined when there is none or it cannot be read. */
export function timeOf(text: string | undefined): number | undefined {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? undefined : time;
}
