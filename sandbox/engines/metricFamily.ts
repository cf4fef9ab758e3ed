import type { Histogram } from './histogram';

/** One line of an exposition. */
export interface Sample {
  name: string;
  labels: Readonly<Record<string, string>>;
  value: number;
}

/** All samples of one metric. */
export interface MetricFamily {
  name: string;
  type: 'gauge' | 'counter' | 'histogram';
  help: string;
  samples: Sample[];
}

const escaped = (text: string): string =>
  text
    .replaceAll('\\', String.raw`\\`)
    .replaceAll('"', String.raw`\"`)
    .replaceAll('\n', String.raw`\n`);

function lineOf({ name, labels, value }: Sample): string {
  const pairs = Object.entries(labels).map(([label, text]) => `${label}="${escaped(text)}"`);
  return `${name}${pairs.length === 0 ? '' : `{${pairs.join(',')}}`} ${String(value)}\n`;
}

/** The Prometheus text format, version 0.0.4. */
export function textOf(families: readonly MetricFamily[]): string {
  return families
    .filter(({ samples }) => samples.length > 0)
    .map(
      ({ name, type, help, samples }) =>
        `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${samples.map(lineOf).join('')}`,
    )
    .join('');
}

/** The content type of textOf. */
export const textType = 'text/plain; version=0.0.4; charset=utf-8';

/** Bounds as Python's client writes them, which vLLM uses: "1.0", not "1". */
const boundText = (bound: number): string => (Number.isInteger(bound) ? bound.toFixed(1) : String(bound));

/** A histogram's _bucket, _sum and _count. */
export function histogramSamples(
  name: string,
  labels: Readonly<Record<string, string>>,
  histogram: Histogram,
): Sample[] {
  const counts = histogram.cumulative();
  return [
    ...histogram.bounds.map((bound, index) => ({
      name: `${name}_bucket`,
      labels: { ...labels, le: boundText(bound) },
      value: counts[index] ?? 0,
    })),
    { name: `${name}_bucket`, labels: { ...labels, le: '+Inf' }, value: histogram.count },
    { name: `${name}_sum`, labels, value: histogram.sum },
    { name: `${name}_count`, labels, value: histogram.count },
  ];
}
