import type { Job } from '../../../src/resources/job';
import type { Pod } from '../../../src/resources/pod';
import { deadlineOf, finishedAt, isFinished, jobStatus } from './status';

const start = Date.parse('2026-01-01T00:00:00Z');

function aJob(spec: Partial<Job['spec']> = {}, status: Job['status'] = {}): Job {
  const template = { spec: { containers: [{ name: 'guidellm' }] } };
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: 'load', namespace: 'chat', uid: 'u' },
    spec: { backoffLimit: 0, completions: 1, template, ...spec },
    status,
  };
}

function podIn(phase: NonNullable<Pod['status']>['phase'], ready = false): Pod {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'load-x', namespace: 'chat' },
    spec: { containers: [{ name: 'guidellm' }] },
    status: { ...(phase && { phase }), conditions: [{ type: 'Ready', status: ready ? 'True' : 'False' }] },
  };
}

const began = { startTime: '2026-01-01T00:00:00Z' };

describe('jobStatus', () => {
  it.each<[string, Job, Pod[], number, object]>([
    ['before its pod', aJob(), [], 0, { startTime: '2026-01-01T00:00:00Z', ready: 0 }],
    ['while it pulls', aJob({}, began), [podIn('Pending')], 5, { active: 1, ready: 0 }],
    ['while it runs', aJob({}, began), [podIn('Running', true)], 20, { active: 1, ready: 1 }],
    [
      'when it succeeded',
      aJob({}, began),
      [podIn('Succeeded')],
      60,
      { succeeded: 1, completionTime: '2026-01-01T00:01:00Z', conditions: [{ type: 'Complete' }] },
    ],
    [
      'when it failed',
      aJob({}, began),
      [podIn('Failed')],
      60,
      { failed: 1, conditions: [{ type: 'Failed', reason: 'BackoffLimitExceeded' }] },
    ],
    [
      'when it may try again',
      aJob({ backoffLimit: 1 }, began),
      [podIn('Failed'), podIn('Pending')],
      60,
      { failed: 1, active: 1 },
    ],
    [
      'at its deadline',
      aJob({ activeDeadlineSeconds: 30 }, began),
      [podIn('Running', true)],
      30,
      { conditions: [{ type: 'Failed', reason: 'DeadlineExceeded' }] },
    ],
  ])('%s', (_case, job, pods, seconds, expected) => {
    const status = jobStatus(job, pods, start + seconds * 1000);
    expect(status).toMatchObject(expected);
    expect(isFinished({ ...job, status })).toBe('conditions' in expected);
  });

  it('tells when it ended, and when it has to', () => {
    const job = aJob({ activeDeadlineSeconds: 30 }, began);
    expect(deadlineOf(job)).toBe(start + 30_000);
    expect(finishedAt(job)).toBeUndefined();
    const status = jobStatus(job, [podIn('Succeeded')], start + 20_000);
    expect(finishedAt({ ...job, status })).toBe(start + 20_000);
  });
});
