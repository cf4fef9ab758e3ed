import type { Job } from '../resources/job';
import type { Pod } from '../resources/pod';
import { loadTestJob } from './loadTestJob';
import { labelsOf } from './loadTestLabels';
import { isTestOf, isUnderWay, loadTestOf, loadTestsOf } from './loadTest';
import bursty from './testdata/burst.json';
import sweep from './testdata/sweep.json';
import { sentLoadOf } from './sentLoad';

const plan = {
  target: 'http://llama-api.team-a.svc:8080',
  model: 'llama-3b',
  profile: 'constant' as const,
  rate: 4,
  durationSeconds: 90,
  promptTokens: 100,
  outputTokens: 200,
};

const at = (seconds: number): string => new Date(seconds * 1000).toISOString();

function aJob(status: Job['status'] = {}, meta: Partial<Job['metadata']> = {}): Job {
  const labels = labelsOf('llama', 'load-llama-x');
  const job = loadTestJob(plan, { name: 'load-llama-x', namespace: 'team-a', labels });
  const metadata = { ...job.metadata, uid: 'u1', creationTimestamp: at(1000), ...meta };
  return { ...job, metadata, status };
}

function itsPod(status: Pod['status']): Pod {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: 'load-llama-x-abcde',
      namespace: 'team-a',
      ownerReferences: [
        { apiVersion: 'batch/v1', kind: 'Job', name: 'load-llama-x', uid: 'u1', controller: true },
      ],
    },
    spec: { containers: [{ name: 'guidellm' }] },
    ...(status && { status }),
  };
}

const runs = itsPod({
  phase: 'Running',
  containerStatuses: [
    { name: 'guidellm', ready: true, restartCount: 0, state: { running: { startedAt: at(1012) } } },
  ],
});
const pulls = itsPod({
  phase: 'Pending',
  containerStatuses: [
    {
      name: 'guidellm',
      ready: false,
      restartCount: 0,
      state: { waiting: { reason: 'ImagePullBackOff', message: 'Back-off pulling image' } },
    },
  ],
});
const crashed = itsPod({
  phase: 'Failed',
  containerStatuses: [
    {
      name: 'guidellm',
      ready: false,
      restartCount: 0,
      state: {
        terminated: { exitCode: 1, reason: 'Error', message: 'validation failed', startedAt: at(1012) },
      },
    },
  ],
});

describe('loadTestOf', () => {
  it.each<[string, Job, Pod[], object]>([
    ['just created', aJob(), [], { state: 'starting', createdAt: 1000 }],
    [
      'its image cannot be pulled',
      aJob({ active: 1, startTime: at(1001) }),
      [pulls],
      {
        state: 'starting',
        trouble: { reason: 'ImagePullBackOff', message: 'Back-off pulling image' },
      },
    ],
    [
      'sends requests',
      aJob({ active: 1, ready: 1, startTime: at(1001) }),
      [runs],
      { state: 'running', startedAt: 1012 },
    ],
    [
      'its pod cannot be seen',
      aJob({ active: 1, ready: 1, startTime: at(1001) }),
      [],
      { state: 'running', startedAt: 1001 },
    ],
    [
      'is being deleted',
      aJob({ active: 1, startTime: at(1001) }, { deletionTimestamp: at(1100) }),
      [runs],
      { state: 'stopping' },
    ],
    [
      'is done',
      aJob({
        succeeded: 1,
        startTime: at(1001),
        completionTime: at(1110),
        conditions: [{ type: 'Complete', status: 'True' }],
      }),
      [],
      { state: 'done', startedAt: 1001, endedAt: 1110 },
    ],
    [
      'failed',
      aJob({
        failed: 1,
        startTime: at(1001),
        conditions: [
          {
            type: 'Failed',
            status: 'True',
            reason: 'BackoffLimitExceeded',
            message: 'Job has reached the specified backoff limit',
            lastTransitionTime: at(1020),
          },
        ],
      }),
      [crashed],
      { state: 'failed', endedAt: 1020, trouble: { reason: 'Error', message: 'validation failed' } },
    ],
  ])('%s', (_case, job, pods, expected) => {
    expect(loadTestOf(job, pods)).toMatchObject(expected);
  });

  it('knows what is sent, and to whom', () => {
    expect(loadTestOf(aJob(), [])).toMatchObject({
      profile: 'constant',
      target: plan.target,
      sent: { steps: [{ rate: 4, seconds: 90 }], promptTokens: 100, outputTokens: 200 },
    });
  });
});

describe('sentLoadOf', () => {
  it.each([
    [
      'a burst',
      bursty,
      [
        { rate: 0.5, seconds: 60 },
        { rate: 5, seconds: 120 },
        { rate: 0.5, seconds: 420 },
      ],
    ],
    ['a sweep', sweep, Array.from({ length: 6 }, () => ({ seconds: 120 }))],
  ])('reads %s', (_case, job, steps) => {
    expect(sentLoadOf(job as unknown as Job)?.steps).toEqual(steps);
  });

  it('says nothing about flags that it does not know', () => {
    const job = aJob();
    const containers = [{ name: 'guidellm', args: ['benchmark', '--profile', 'constant'] }];
    const { template } = job.spec;
    const other = {
      ...job,
      spec: { ...job.spec, template: { ...template, spec: { ...template.spec, containers } } },
    };
    expect(sentLoadOf(other)).toBeUndefined();
  });
});

describe('isTestOf', () => {
  const chartJob: unknown = bursty;
  const fromChart = (target: string): Job => ({
    ...(chartJob as Job),
    metadata: { ...bursty.metadata, annotations: { 'llm-autoscaling/target': target } },
  });

  it.each<[string, Job, boolean]>([
    ['its label', aJob(), true],
    ["another's label", aJob({}, { labels: labelsOf('granite', 'x') }), false],
    ['the Service of the chart vllm-model', fromChart('http://llama-api.team-a.svc:8080'), true],
    ["KServe's Service", fromChart('http://llama-predictor.team-a.svc.cluster.local:8080'), true],
    ['the entry Service', fromChart('http://llama-entry:8080'), true],
    ["another project's", fromChart('http://llama-api.team-b.svc:8080'), false],
    ["another model's", fromChart('http://llama-2-api.team-a.svc:8080'), false],
    ['a Route, which tells no model', fromChart('https://chat.apps.example.com'), false],
  ])('%s', (_case, job, expected) => {
    expect(isTestOf(job, 'llama')).toBe(expected);
  });
});

describe('loadTestsOf', () => {
  it('gives the newest first', () => {
    const jobs = [
      aJob({}, { name: 'old', creationTimestamp: at(10) }),
      aJob({}, { name: 'new', creationTimestamp: at(20) }),
    ];
    const tests = loadTestsOf(jobs, [], 'llama');
    expect(tests.map(({ name }) => name)).toEqual(['new', 'old']);
    expect(tests.every(isUnderWay)).toBe(true);
  });
});
