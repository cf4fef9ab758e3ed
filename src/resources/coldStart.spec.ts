import { coldStartOf } from './coldStart';
import type { Pod } from './pod';

const pod = (created: string, ready?: string, restartCount = 0): Pod => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: created, creationTimestamp: `2026-01-01T00:${created}Z` },
  spec: { containers: [] },
  status: {
    conditions:
      ready === undefined
        ? []
        : [{ type: 'Ready', status: 'True', lastTransitionTime: `2026-01-01T00:${ready}Z` }],
    containerStatuses: [{ name: 'kserve-container', ready: ready !== undefined, restartCount }],
  },
});

it.each<[string, Pod[], number | undefined]>([
  ['nothing runs', [], undefined],
  ['the only one loads', [pod('10:00')], undefined],
  ['one serves', [pod('10:00', '11:14')], 74_000],
  ['the newest that serves counts', [pod('12:00'), pod('10:00', '11:14'), pod('11:30', '12:30')], 60_000],
  [
    'one that found its readiness again much later tells nothing',
    [pod('10:00', '11:14'), pod('11:30', '59:00')],
    74_000,
  ],
  ['one that was restarted tells nothing', [pod('10:00', '11:14'), pod('11:30', '15:00', 1)], 74_000],
])('when %s', (_case, pods, milliseconds) => {
  expect(coldStartOf(pods)).toBe(milliseconds);
});
