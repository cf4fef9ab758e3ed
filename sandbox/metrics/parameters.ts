import { durationMs } from './promql/literals';
import { PromqlError } from './promql/promqlError';
import type { Timeline } from './promql/vectors';

const maxPoints = 11_000;

const invalid = (name: string, problem: string): PromqlError =>
  new PromqlError('bad_data', `invalid parameter "${name}": ${problem}`);

/** A time parameter in milliseconds: seconds since the epoch or RFC 3339; `fallback` when it is not given. */
export function timeOf(form: URLSearchParams, name: string, fallback?: number): number {
  const text = form.get(name) ?? '';
  if (text === '' && fallback !== undefined) return fallback;
  const seconds = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text) ? Number(text) : NaN;
  if (Number.isFinite(seconds)) return Math.round(seconds * 1000);
  const date = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)$/.test(text)
    ? Date.parse(text)
    : NaN;
  if (!Number.isNaN(date)) return date;
  throw invalid(name, `cannot parse ${JSON.stringify(text)} to a valid timestamp`);
}

function stepOf(form: URLSearchParams): number {
  const text = form.get('step') ?? '';
  const seconds = text === '' ? NaN : Number(text);
  const stepMs = Number.isFinite(seconds) ? seconds * 1000 : durationMs(text);
  if (stepMs === undefined) {
    throw invalid('step', `cannot parse ${JSON.stringify(text)} to a valid duration`);
  }
  if (stepMs <= 0) {
    const advice = 'Try a positive integer';
    throw invalid('step', `zero or negative query resolution step widths are not accepted. ${advice}`);
  }
  return Math.max(1, Math.round(stepMs));
}

/** The times of a range query. Throws a PromqlError (bad_data) as Prometheus does. */
export function timelineOf(form: URLSearchParams): Timeline {
  const startMs = timeOf(form, 'start');
  const endMs = timeOf(form, 'end');
  if (endMs < startMs) throw invalid('end', 'end timestamp must not be before start time');
  const stepMs = stepOf(form);
  if ((endMs - startMs) / stepMs > maxPoints) {
    const advice = 'Try decreasing the query resolution (?step=XX)';
    throw new PromqlError(
      'bad_data',
      `exceeded maximum resolution of 11,000 points per timeseries. ${advice}`,
    );
  }
  return { startMs, stepMs, count: Math.floor((endMs - startMs) / stepMs) + 1 };
}
