import type { LoadTestReport } from '../../../loadtest/loadTestReport';
import { reportMarkdown } from './reportMarkdown';

const t = ((key: string, facts: Record<string, unknown> = {}) =>
  key.replaceAll(/\{\{(\w+)\}\}/g, (_whole, name: string) => String(facts[name]))) as never;

const report: LoadTestReport = {
  model: 'llama',
  namespace: 'team-a',
  job: 'load-llama-x',
  state: 'failed',
  target: 'http://llama:8080',
  steps: [
    { rate: 0.5, seconds: 60 },
    { rate: 5, seconds: 120 },
  ],
  promptTokens: 256,
  outputTokens: 500,
  peaks: { waiting: 34, wanted: 3 },
  requests: { done: 120, cancelled: 3, failed: 0 },
  lags: [
    { code: 'wanted', seconds: 31, expected: { least: 0, most: 60 }, verdict: 'within' },
    { code: 'ready', expected: { least: 60, most: 90 }, verdict: 'open' },
  ],
  trouble: { reason: 'Error', message: 'a | b\nc' },
};

describe('reportMarkdown', () => {
  it('tells what was sent, what came of it, and how long each step took', () => {
    const lines = reportMarkdown(report, t).split('\n');
    expect(lines[0]).toBe('# Load test of llama');
    expect(lines).toEqual(
      expect.arrayContaining([
        String.raw`| State | Failed: Error: a \| b c |`,
        '| Load | 0.5 → 5 requests per second; 256 tokens a prompt, 500 an answer |',
        '| Most waiting | 34 |',
        '| Requests answered, of all callers | 120 |',
        '| The load asks for more → more are wanted | 31 sec | up to 1 min | As usual |',
        '| More are wanted → the first serves |  | 1 min to 1 min 30 sec | Not yet |',
      ]),
    );
  });

  it('leaves out what is not known', () => {
    const text = reportMarkdown(report, t);
    expect(text).not.toContain('| End |');
    expect(text).not.toContain('| Most replicas ready |');
  });
});
