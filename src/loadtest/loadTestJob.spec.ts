import type { Job } from '../resources/job';
import type { LoadPlan } from './loadPlan';
import { loadTestJob } from './loadTestJob';
import bursty from './testdata/burst.json';
import constant from './testdata/constant.json';
import sweep from './testdata/sweep.json';

const plain: LoadPlan = {
  target: 'http://llama-api.team-a.svc:8080',
  model: 'llama',
  profile: 'constant',
  rate: 5,
  durationSeconds: 120,
  promptTokens: 256,
  outputTokens: 500,
};

/** What the chart renders for its ci/ values; a spec of the chart keeps the files up to date. */
const rendered: readonly [string, LoadPlan, { metadata: object }][] = [
  ['constant', plain, constant],
  ['sweep', { ...plain, profile: 'sweep' }, sweep],
  [
    'burst, with key, own tokenizer and claim',
    {
      ...plain,
      profile: 'burst',
      apiKeySecret: 'llama-key',
      tokenizerImage: 'quay.io/redhat-ai-services/modelcar-catalog:llama-3.2-3b-instruct',
      resultsClaim: 'results',
    },
    bursty,
  ],
];

describe('loadTestJob', () => {
  it.each(rendered)('is what the chart load-test renders: %s', (_case, plan, expected) => {
    const { name, namespace = '', labels = {} } = expected.metadata as Job['metadata'];
    expect(loadTestJob(plan, { name, namespace, labels })).toEqual(expected);
  });
});
