import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { startForeignServer } from '../../foreignServer';
import { sampleText } from '../sampleText';
import type { Labels } from '../seriesStore';

/** A sample that the evaluator and a real Prometheus get alike. */
export interface JudgedSample {
  labels: Labels;
  timeMs: number;
  value: number;
}

const minute = 60_000;
const pod = (namespace: string, name: string): Labels => ({
  namespace,
  pod: name,
  service: namespace === 'demo' ? 'llama-metrics' : 'x-metrics',
});

/**
 * An hour of samples from `startMs` on: gauges with gaps and NaN, counters with resets, a histogram, a series that
 * starts late and one that ends early; scraped each 30 s with a jitter of up to a second.
 */
export function judgedSamples(startMs: number): JudgedSample[] {
  const samples: JudgedSample[] = [];
  const random = randomNumbers(7);
  const pods = [pod('demo', 'a-1'), pod('demo', 'a-2'), pod('other', 'x-1')];
  const totals = pods.map(() => ({ tokens: 50, buckets: [0, 0, 0, 0] }));
  for (let scrape = 0; scrape <= 120; scrape += 1) {
    pods.forEach((target, index) => {
      const timeMs = startMs + scrape * 30_000 + Math.floor(random() * 1000);
      const total = totals[index];
      const late = index === 1 && timeMs < startMs + 12 * minute;
      const gap = index === 2 && timeMs > startMs + 20 * minute && timeMs < startMs + 33 * minute;
      if (total === undefined || late || gap) return;
      const add = (name: string, value: number, more: Labels = {}): void => {
        samples.push({ labels: { __name__: name, ...target, ...more }, timeMs, value });
      };
      // The pod restarts now and then.
      if (random() < 0.03) totals[index] = { tokens: 0, buckets: [0, 0, 0, 0] };
      add('vllm:num_requests_waiting', Math.floor(random() * 12) + (random() < 0.2 ? 0.25 : 0));
      total.tokens += Math.floor(random() * 900);
      add('vllm:generation_tokens_total', total.tokens);
      const latency = random() * 3;
      ['0.5', '1', '2', '+Inf'].forEach((le, bucket) => {
        if (latency <= (le === '+Inf' ? Infinity : Number(le))) {
          total.buckets[bucket] = (total.buckets[bucket] ?? 0) + 1 + Math.floor(random() * 2);
        }
        add('vllm:e2e_request_latency_seconds_bucket', total.buckets[bucket] ?? 0, { le });
      });
      if (index === 0) add('special', [NaN, Infinity, -Infinity, 1e-9, 3e21][scrape % 5] ?? 0);
    });
  }
  return samples;
}

/** A small generator of numbers from 0 to 1 that gives the same row for the same seed. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

function openMetrics(samples: readonly JudgedSample[]): string {
  const lines = samples.map(({ labels: { __name__: name = '', ...labels }, timeMs, value }) => {
    const list = Object.entries(labels).map(([label, text]) => `${label}="${text}"`);
    return `${name}{${list.join(',')}} ${sampleText(value)} ${(timeMs / 1000).toFixed(3)}`;
  });
  return [...lines, '# EOF', ''].join('\n');
}

/** Fills a Prometheus with the samples and starts it on loopback; rejects when it is not ready in 20 s. */
export async function startJudge(
  folder: string,
  samples: readonly JudgedSample[],
): Promise<{ url: string; close(): Promise<void> }> {
  const file = (name: string): string => path.join(folder, name);
  writeFileSync(file('samples.txt'), openMetrics(samples));
  writeFileSync(file('prometheus.yml'), '{}\n');
  const load = ['tsdb', 'create-blocks-from', 'openmetrics', file('samples.txt'), file('data')];
  execFileSync('promtool', load, { stdio: 'pipe' });
  const { port, close } = await startForeignServer({
    program: 'prometheus',
    args: (free) => [
      `--config.file=${file('prometheus.yml')}`,
      `--storage.tsdb.path=${file('data')}`,
      `--web.listen-address=127.0.0.1:${String(free)}`,
      '--storage.tsdb.retention.time=100y',
    ],
    isReady: async (free) => (await fetch(`http://127.0.0.1:${String(free)}/-/ready`)).ok,
  });
  return { url: `http://127.0.0.1:${String(port)}`, close };
}
