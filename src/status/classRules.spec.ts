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
} from './testModels';

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
