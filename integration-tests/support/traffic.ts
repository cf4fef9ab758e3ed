import type { Page, Response } from '@playwright/test';

/** A request to Prometheus that the page has sent. */
export interface Asked {
  /** Real milliseconds since the epoch. */
  at: number;
}

/** The requests of the page to Prometheus. */
export interface Traffic {
  asked: Asked[];
  /** The most points that a line of a range query had in an answer. */
  longestLine: number;
  /** Starts anew. */
  clear(): void;
}

const isMetrics = (url: URL): boolean => /^\/api\/prometheus(-tenancy)?\//.test(url.pathname);

/** The number of points of the longest line in an answer; 0 for an answer without lines. */
async function longestLineOf(response: Response): Promise<number> {
  const { data } = (await response.json()) as { data?: { result?: { values?: unknown[] }[] } };
  return Math.max(0, ...(data?.result ?? []).map(({ values = [] }) => values.length));
}

/** Follows what the page asks Prometheus from now on. */
export function followTraffic(page: Page): Traffic {
  const traffic: Traffic = {
    asked: [],
    longestLine: 0,
    clear() {
      traffic.asked = [];
      traffic.longestLine = 0;
    },
  };
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (isMetrics(url)) traffic.asked.push({ at: Date.now() });
  });
  page.on('response', (response) => {
    const url = new URL(response.url());
    if (!url.pathname.endsWith('/query_range') || !isMetrics(url)) return;
    longestLineOf(response).then(
      (length) => {
        traffic.longestLine = Math.max(traffic.longestLine, length);
      },
      // The page was left before the answer was whole.
      () => undefined,
    );
  });
  return traffic;
}

/** The most requests that came together, as in one poll; `periodMs` is the real time from poll to poll. */
export function largestPoll({ asked }: Traffic, periodMs: number): number {
  let largest = 0;
  let size = 0;
  asked.forEach(({ at }, index) => {
    const before = asked[index - 1]?.at ?? at;
    size = at - before > periodMs / 3 ? 1 : size + 1;
    largest = Math.max(largest, size);
  });
  return largest;
}
