import {
  expectStatus,
  model,
  minutesAgo,
  ofClass,
  withoutScaledObject,
  replicas,
  type Case,
} from './testModels';

it.each<Case>([
  { name: 'no data', model: model(), load: {}, status: { code: 'noData', replicas: 1 } },
  {
    name: 'no data from the trigger’s own query',
    model: model(),
    load: { waiting: 3, trigger: { series: 0 } },
    status: { code: 'noData' },
  },
  {
    name: 'no data is not said before anything was fetched',
    model: model(),
    status: { code: 'steady' },
  },
  {
    name: 'no data is not said of a query that we do not measure',
    model: model(({ scaledObject }) => {
      const trigger = scaledObject?.spec.triggers[0];
      if (trigger) trigger.metadata = { query: 'sum(mine)', threshold: '2' };
    }),
    load: {},
    status: { code: 'loadUnknown' },
  },
  {
    name: 'no data is not said while the HPA reads something',
    model: model(({ kedaHpa }) => {
      if (kedaHpa?.status)
        kedaHpa.status.currentMetrics = [
          {
            type: 'External',
            external: { metric: { name: 's0-prometheus' }, current: { averageValue: '1' } },
          },
        ];
    }),
    load: {},
    status: { code: 'steady' },
  },
  {
    name: 'no data is not said of replicas that serve since a moment ago',
    model: model(({ deployment }) => {
      if (deployment?.status)
        deployment.status.conditions = [
          { type: 'Available', status: 'True', lastTransitionTime: minutesAgo(1) },
        ];
    }),
    load: {},
    status: { code: 'steady' },
  },
  {
    name: 'no data is not said while nothing serves',
    model: model(replicas(1, 1, 0)),
    load: {},
    status: { code: 'loading' },
  },
  {
    name: 'no data is not said when the trigger’s query gives a series',
    model: model(),
    load: { trigger: { series: 1, value: 0 } },
    status: { code: 'idle' },
  },
  {
    name: 'no data is not said without a ScaledObject',
    model: model(withoutScaledObject, ofClass('none')),
    load: {},
    status: { code: 'fixed' },
  },
])('$name', (row) => {
  expectStatus(row);
});
