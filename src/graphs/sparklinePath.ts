/** What a sparkline draws, as SVG paths in a box of the given size. */
export interface SparklinePaths {
  line: string;
  /** The line down to the bottom of the box. */
  area: string;
  /** Height of the threshold; undefined when there is none. */
  threshold: number | undefined;
}

/** The size of the box, in its own units. */
export interface SparklineBox {
  width: number;
  height: number;
}

function rounded(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** Stretches without a gap, as [first index, values]. */
function stretches(values: readonly (number | null)[]): [number, number[]][] {
  const found: [number, number[]][] = [];
  values.forEach((value, index) => {
    if (value === null) return;
    const last = found.at(-1);
    if (last !== undefined && last[0] + last[1].length === index) last[1].push(value);
    else found.push([index, [value]]);
  });
  return found;
}

/**
 * Paths of a series that begins at 0: gaps (null) stay gaps, a lone point is a dot. The box reaches a little above
 * the highest value and the threshold, so that neither lies on its edge.
 */
export function sparklinePaths(
  values: readonly (number | null)[],
  threshold: number | undefined,
  { width, height }: SparklineBox,
): SparklinePaths {
  const top = Math.max(1, threshold ?? 0, ...values.map((value) => value ?? 0)) * 1.1;
  const x = (index: number): string => rounded((index / Math.max(1, values.length - 1)) * width);
  const y = (value: number): string => rounded(height - (value / top) * height);
  const pieces = stretches(values).map(([first, stretch]) => {
    const points = stretch.map((value, offset) => `${x(first + offset)} ${y(value)}`);
    // A path of one point has no length; with round caps this draws a dot.
    const line = `M${points.join('L')}${points.length === 1 ? 'h.01' : ''}`;
    const bottom = rounded(height);
    return { line, area: `${line}L${x(first + stretch.length - 1)} ${bottom}L${x(first)} ${bottom}Z` };
  });
  return {
    line: pieces.map(({ line }) => line).join(''),
    area: pieces.map(({ area }) => area).join(''),
    threshold: threshold === undefined ? undefined : Number(y(threshold)),
  };
}
