/** What the yardstick costs on a machine that limits of CPU time are meant for, in milliseconds. */
const usualMs = 100;

/**
 * How many times slower than usual this machine is now, 1 or more: a fixed piece of work is measured, so that a limit of CPU
 * time times this holds on a slow or busy machine, too.
 */
export function slowness(): number {
  const start = process.cpuUsage();
  const sums = new Map<string, number>();
  for (let index = 0; index < 1_000_000; index += 1) {
    const key = `series ${String(index % 10_000)}`;
    sums.set(key, (sums.get(key) ?? 0) + Math.exp(-(index % 10)));
  }
  return Math.max(1, process.cpuUsage(start).user / 1000 / usualMs);
}
