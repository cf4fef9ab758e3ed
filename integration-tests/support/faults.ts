import type { Locator, Page, Route } from '@playwright/test';
import { expect } from './test';

/** What the cluster or the network does to a write instead of doing it. */
export interface Fault {
  name: string;
  /** An answer of the API server, or how the connection ends. */
  answer: { code: number; reason: string; message: string } | 'reset' | 'timeout';
  /** What the page says. */
  says: RegExp;
}

/** The refusal of a webhook, among them. */
export const webhookFault: Fault = {
  name: 'the refusal of a webhook',
  answer: {
    code: 403,
    reason: 'Forbidden',
    message: 'admission webhook "policy.example" denied the request: not on Fridays',
  },
  says: /The server refuses this.*not on Fridays/s,
};

/** All that can happen to a write. */
export const faults: Fault[] = [
  {
    name: 'a conflict (409)',
    answer: { code: 409, reason: 'Conflict', message: 'the object has been modified' },
    says: /The model changed meanwhile/,
  },
  {
    name: 'a value that is refused (422)',
    answer: { code: 422, reason: 'Invalid', message: 'spec.predictor.maxReplicas: Invalid value: 7' },
    says: /spec\.predictor\.maxReplicas: Invalid value: 7/,
  },
  {
    name: 'a right that is missing (403)',
    answer: { code: 403, reason: 'Forbidden', message: 'User "admin" cannot patch resource' },
    says: /You may not do this/,
  },
  webhookFault,
  {
    name: 'an object that somebody has deleted (404)',
    answer: { code: 404, reason: 'NotFound', message: 'the object "llama" not found' },
    says: /the object "llama" not found/,
  },
  {
    name: 'an error of the server (500)',
    answer: { code: 500, reason: 'InternalError', message: 'etcdserver: request timed out' },
    says: /etcdserver: request timed out/,
  },
  { name: 'a connection that breaks', answer: 'reset', says: /The server did not answer as it should/ },
  { name: 'an answer that never comes', answer: 'timeout', says: /The server did not answer as it should/ },
];

async function end(route: Route, answer: Fault['answer']): Promise<void> {
  if (answer === 'reset') return route.abort('connectionreset');
  if (answer === 'timeout') return route.abort('timedout');
  const { code, reason, message } = answer;
  return route.fulfill({
    status: code,
    json: { kind: 'Status', apiVersion: 'v1', status: 'Failure', code, reason, message },
  });
}

/** Whether a request only tries a patch. */
export const isDryRun = (url: string): boolean => url.includes('dryRun=All');
const isAny = (): boolean => true;
/** Whether a request writes. */
export const isWrite = (url: string): boolean => !isDryRun(url);

/** The URLs of the objects of a kind. */
const patternOf = (plural: string): RegExp => new RegExp(`/${plural}/[^/?]+(\\?.*)?$`);

/** Lets the patches of a kind end in a fault; returns what mends it. */
export async function breakPatches(
  page: Page,
  plural: string,
  answer: Fault['answer'],
  which: (url: string) => boolean = isAny,
): Promise<() => Promise<void>> {
  const pattern = patternOf(plural);
  await page.route(pattern, async (route) => {
    const request = route.request();
    return request.method() === 'PATCH' && which(request.url()) ? end(route, answer) : route.fallback();
  });
  return () => page.unroute(pattern);
}

/** Lets the patches of a kind be written, but loses the answers; returns what mends it. */
export async function loseAnswers(page: Page, plural: string): Promise<() => Promise<void>> {
  const pattern = patternOf(plural);
  await page.route(pattern, async (route) => {
    const request = route.request();
    if (request.method() !== 'PATCH' || !isWrite(request.url())) return route.fallback();
    await route.fetch();
    return route.abort('connectionreset');
  });
  return () => page.unroute(pattern);
}

/** The browser itself logs each answer of 400 or more and each broken connection; anything else is a mistake of the page. */
export function forgive(errors: string[]): void {
  expect(errors.filter((error) => !error.includes('Failed to load resource'))).toEqual([]);
  errors.length = 0;
}

/** The texts by which screen readers know a failure. */
export const failure = (page: Page): Locator => page.getByRole('main').getByText(/^Danger alert:/);

/** The failure with these words. */
export const alertWith = (page: Page, says: RegExp): Locator =>
  failure(page).locator('..').locator('..').filter({ hasText: says });
