/** How a stretch of a bar looks: outlined, dotted, filled, striped in the colour of danger, or hatched. */
export type BarLook = 'waiting' | 'starting' | 'serving' | 'failing' | 'ending';

/** A stretch of a bar; times in seconds since 1970. */
export interface BarPart {
  from: number;
  to: number;
  look: BarLook;
}

/** What exists for some time, as a bar. */
export interface Bar {
  key: string;
  /** Short; stands beside the bar. */
  label: string;
  parts: readonly BarPart[];
}

/** A line of the graph with its bars, which do not overlap. */
export interface BarRow {
  key: string;
  bars: readonly Bar[];
}

function startOf({ parts }: Bar): number {
  return parts[0]?.from ?? 0;
}

function endOf({ parts }: Bar): number {
  return parts.at(-1)?.to ?? 0;
}

/**
 * A row for each bar, in the order of their starts; when there are more than `most`, bars that follow each other share
 * a row.
 */
export function rowsOf(bars: readonly Bar[], most: number): BarRow[] {
  const ordered = bars.toSorted((one, other) => startOf(one) - startOf(other));
  if (ordered.length <= most) return ordered.map((bar) => ({ key: bar.key, bars: [bar] }));
  const rows: { key: string; bars: Bar[]; end: number }[] = [];
  for (const bar of ordered) {
    const free = rows.find(({ end }) => end <= startOf(bar));
    if (free === undefined) rows.push({ key: bar.key, bars: [bar], end: endOf(bar) });
    else {
      free.bars.push(bar);
      free.end = endOf(bar);
    }
  }
  return rows;
}

/** The look of a bar at a time; undefined when it is not there. */
export function lookAt({ parts }: Bar, time: number): BarLook | undefined {
  return parts.find(({ from, to }) => time >= from && time <= to)?.look;
}
