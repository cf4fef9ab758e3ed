import type { PrometheusPollProps, PrometheusResponse } from '@openshift-console/dynamic-plugin-sdk';
import { useEffect, useRef, useState } from 'react';
import { coFetchJSON } from './consoleFetch';

const defaults = { delay: 15_000, samples: 60, timespan: 60 * 60 * 1000 };

const isGiven = (text: string | undefined): text is string => text !== undefined && text !== '';

/** The points of a range: "start", "end" and "step" in seconds. */
function range(options: PrometheusPollProps, now: number): Record<string, string> {
  const { timespan = defaults.timespan, samples = defaults.samples, endTime = now } = options;
  return {
    start: String((endTime - timespan) / 1000),
    end: String(endTime / 1000),
    step: String(timespan / samples / 1000),
  };
}

/** Where to ask; undefined when there is nothing to ask. `now` in milliseconds ends a range without an end. */
export function pollUrl(options: PrometheusPollProps, now: number): string | undefined {
  const { namespace, query, timeout } = options;
  const endpoint: string = options.endpoint;
  if (!isGiven(query) && endpoint !== 'api/v1/rules') return undefined;
  const parameters = new URLSearchParams({
    ...(isGiven(query) ? { query } : {}),
    ...(endpoint === 'api/v1/query_range' ? range(options, now) : {}),
    ...(isGiven(namespace) ? { namespace } : {}),
    ...(isGiven(timeout) ? { timeout } : {}),
  });
  const { prometheusBaseURL, prometheusTenancyBaseURL } = window.SERVER_FLAGS;
  return `${isGiven(namespace) ? prometheusTenancyBaseURL : prometheusBaseURL}/${endpoint}?${parameters.toString()}`;
}

type Result = [response: PrometheusResponse | null | undefined, error: unknown, loading: boolean];

/** Asks Prometheus again and again, as the console's hook does: also its quirks, such as that it stays loaded. */
export function usePrometheusPoll(options: PrometheusPollProps): Result {
  const [result, setResult] = useState<Result>([undefined, undefined, true]);
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  const { delay = defaults.delay, query, timespan } = options;
  useEffect(() => {
    let ended = false;
    const show = (next: Result): void => {
      if (!ended) setResult(next);
    };
    const tick = (): void => {
      const url = pollUrl(latest.current, Date.now());
      if (url === undefined) {
        setResult(([response, error]) => [response, error, false]);
        return;
      }
      coFetchJSON(url).then(
        (response: PrometheusResponse) => {
          show([response, undefined, false]);
        },
        (error: unknown) => {
          show([null, error, false]);
        },
      );
    };
    tick();
    const timer = setInterval(tick, delay);
    return () => {
      ended = true;
      clearInterval(timer);
    };
  }, [delay, query, timespan]);
  return result;
}
