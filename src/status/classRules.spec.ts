import {
  expectStatus,
  model,
  ofClass,
  withoutScaledObject,
  withKserveHpa,
  replicas,
  external,
  httpTrigger,
  type Case,
  type Change,
} from './testModels';

const typo = 'sum(vllm:num_requests_waiting{service="llama-metrics",model_name="typo"})';
const withQuery =
  (query: string): Change =>
  ({ scaledObject }) => {
    if (scaledObject)
      scaledObject.spec.triggers = [{ type: 'prometheus', metadata: { query, threshold: '2' } }];
  };
const hpaReads =
  (averageValue: string): Change =>
  ({ kedaHpa }) => {
    const external = { metric: { name: 's0-prometheus' }, current: { averageValue } };
    if (kedaHpa?.status) kedaHpa.status.currentMetrics = [{ type: 'External', external }];
  };

it.each<Case>([
  {
    name: 'idle',
    model: model(),
    load: { waiting: 0, running: 6 },
    status: { code: 'idle', replicas: 1, running: 6, min: 1 },
  },
  {
    name: 'steady',
    model: model(replicas(2, 2)),
    load: { waiting: 4 },
    status: {
      code: 'steady',
      replicas: 2,
      arithmetic: expect.objectContaining({ wants: 2, withinTolerance: true }),
    },
  },
  {
    name: 'not idle when its query names a wrong label, whatever the queue and the HPA say',
    model: model(withQuery(typo), hpaReads('0')),
    load: { waiting: 0, running: 0 },
    status: { code: 'atRest' },
  },
  {
    name: 'the same without numbers of Prometheus',
    model: model(withQuery(typo), hpaReads('0')),
    status: { code: 'atRest' },
  },
  {
    name: 'not steady either while requests wait that its query may not see',
    model: model(withQuery(typo)),
    load: { waiting: 24 },
    status: { code: 'loadUnknown' },
  },
  {
    name: 'not at rest while requests wait that KEDA does not see',
    model: model(withQuery(typo), hpaReads('0')),
    load: { waiting: 24 },
    status: { code: 'loadUnknown', waiting: 24 },
  },
  {
    name: 'what the HPA reads of a query that we do not measure',
    model: model(withQuery(typo), hpaReads('1900m')),
    load: { waiting: 0 },
    status: { code: 'steady', arithmetic: expect.objectContaining({ source: 'hpa', load: 1.9 }) },
  },
  {
    name: 'what the query gave that somebody asked',
    model: model(withQuery(typo)),
    load: { waiting: 24, trigger: { series: 1, value: 0 } },
    status: { code: 'idle' },
  },
  {
    name: 'CPU',
    model: model(withoutScaledObject, withKserveHpa, ofClass('hpa')),
    status: { code: 'cpuAutoscaling', hpa: 'llama-predictor' },
  },
  {
    name: 'HTTP',
    model: model(external, httpTrigger),
    status: { code: 'http', scaledObject: 'llama-predictor', replicas: 1 },
  },
  {
    name: 'fixed',
    model: model(withoutScaledObject, ofClass('none')),
    status: { code: 'fixed', replicas: 1 },
  },
  {
    name: 'external',
    model: model(external),
    status: { code: 'external', autoscalerClass: 'external', scaledObject: 'llama-predictor' },
  },
  {
    name: 'a class that nobody knows',
    model: model(withoutScaledObject, ofClass('mine')),
    status: { code: 'external', autoscalerClass: 'mine' },
  },
])('$name', (row) => {
  expectStatus(row);
});
