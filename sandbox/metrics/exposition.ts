import { numberValue } from './promql/literals';
import type { Labels } from './seriesStore';

/** A sample line of a /metrics page; its time (milliseconds) only when the page gives one. */
export interface ExposedSample {
  labels: Labels;
  value: number;
  timeMs?: number;
}

const line = /^([a-zA-Z_:][\w:]*)\s*(?:\{(.*)\})?\s+(\S+)(?:\s+(-?\d+))?$/;
const label = /\s*([a-zA-Z_]\w*)\s*=\s*"((?:\\.|[^"\\])*)"\s*(?:,|$)/y;
const escapes: Record<string, string> = { n: '\n', '\\': '\\', '"': '"' };

/** Reads a page in Prometheus' text exposition format; throws an Error with the line that is wrong. */
export function parseExposition(page: string): ExposedSample[] {
  const samples: ExposedSample[] = [];
  page.split('\n').forEach((raw, index) => {
    const text = raw.trim();
    if (text === '' || text.startsWith('#')) return;
    const sample = sampleOf(text);
    if (sample === undefined)
      throw new Error(`line ${String(index + 1)} of the metrics page is wrong: ${text}`);
    samples.push(sample);
  });
  return samples;
}

function sampleOf(text: string): ExposedSample | undefined {
  const match = line.exec(text);
  if (match === null) return undefined;
  const [, name = '', list = '', number = '', time] = match;
  const labels = labelsOf(list);
  const value = numberValue(number);
  if (labels === undefined || (Number.isNaN(value) && !/^nan$/i.test(number))) return undefined;
  const timed = time === undefined ? {} : { timeMs: Number(time) };
  return { labels: { __name__: name, ...labels }, value, ...timed };
}

function labelsOf(list: string): Record<string, string> | undefined {
  const labels: Record<string, string> = {};
  let position = 0;
  while (position < list.length) {
    label.lastIndex = position;
    const match = label.exec(list);
    if (match === null) return undefined;
    const [whole, name = '', value = ''] = match;
    labels[name] = value.replace(/\\(.)/gs, (escape, character: string) => escapes[character] ?? escape);
    position += whole.length;
  }
  return labels;
}
