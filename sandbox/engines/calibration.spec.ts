import { Engine } from './engine';
import { profileOf } from './profiles';
import { createRandom } from './random';

interface Row {
  /** Seconds on the published chart, which begins one second after the load: it shows 180 requests at 8 s, and 20 come each second. */
  at: number;
  running: number;
  waiting: number;
  completed: number;
}

/**
 * The load test in the README of rh-aiservices-bu/dynamic-model-autoscaling: Llama 3.2 3B on one L40-class GPU, 20 requests
 * a second of at most 500 tokens; from 31 s on other pods take two of three. Its last row, at 63 s, is left out: the
 * published load had ended by then, and nothing says when.
 */
const published: readonly Row[] = [
  { at: 8, running: 180, waiting: 0, completed: 0 },
  { at: 15, running: 256, waiting: 24, completed: 60 },
  { at: 23, running: 256, waiting: 104, completed: 120 },
  { at: 31, running: 247, waiting: 153, completed: 240 },
  { at: 39, running: 256, waiting: 108, completed: 336 },
  { at: 47, running: 256, waiting: 28, completed: 416 },
  { at: 55, running: 164, waiting: 0, completed: 524 },
];

const maxNumSeqs = 256;
const startOfChart = 1000;

function simulate(): Row[] {
  const random = createRandom('calibration');
  const engine = new Engine(profileOf('llama-3.2-3b-l40'), maxNumSeqs);
  const rows: Row[] = [];
  let completed = 0;
  for (let request = 0; rows.length < published.length; request += 1) {
    const now = request * 50;
    completed += engine.advance(now).length;
    const seconds = (now - startOfChart) / 1000;
    const row = published[rows.length];
    if (row !== undefined && seconds >= row.at) rows.push({ at: row.at, ...engine.gauges, completed });
    const outputTokens = Math.round(Math.min(500, Math.max(40, random.normal(460, 80))));
    const elsewhere = seconds > 31 && request % 3 !== 0;
    if (!elsewhere) engine.submit({ arrivedAt: now, promptTokens: 45, outputTokens, limited: false }, now);
  }
  return rows;
}

describe('the engine against a published load test', () => {
  const rows = simulate();

  // A tolerance for each column: running is held against the batch's size; waiting is a small difference between what
  // comes and what goes; completed counts answers, so a few seconds of delay make a fixed error at the start.
  it.each(published.map((row, index) => ({ ...row, simulated: rows[index] })))(
    'after $at s: $running running, $waiting waiting, $completed completed',
    ({ running, waiting, completed, simulated }) => {
      const off = {
        running: Math.abs((simulated?.running ?? NaN) - running),
        waiting: Math.abs((simulated?.waiting ?? NaN) - waiting),
        completed: Math.abs((simulated?.completed ?? NaN) - completed),
      };
      expect(off.running).toBeLessThanOrEqual(0.2 * maxNumSeqs);
      expect(off.waiting).toBeLessThanOrEqual(35);
      expect(off.completed).toBeLessThanOrEqual(Math.max(10, 0.2 * completed));
    },
  );
});
