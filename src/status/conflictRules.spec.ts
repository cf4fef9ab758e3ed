import {
  expectStatus,
  model,
  annotate,
  ofClass,
  ofMode,
  withoutScaledObject,
  withKserveHpa,
  hpaCondition,
  external,
  minutesAgo,
  now,
  type Case,
  type Change,
} from './testModels';

const editedAgo =
  (minutes: number): Change =>
  ({ inferenceService }) => {
    inferenceService.metadata.managedFields = [
      { manager: 'kubectl', time: minutesAgo(minutes), fieldsV1: { 'f:metadata': {} } },
      { manager: 'kserve', time: minutesAgo(0), fieldsV1: { 'f:status': {} } },
    ];
  };

it.each<Case>([
  {
    name: 'class keda, moments ago',
    model: model(withoutScaledObject, withKserveHpa, editedAgo(0.2)),
    status: { code: 'waitingForKeda', since: now - 12_000 },
  },
  {
    name: 'class keda, for a while',
    model: model(withoutScaledObject, withKserveHpa, editedAgo(1)),
    status: { code: 'blocked', hpaInTheWay: 'llama-predictor' },
  },
  {
    name: 'stopped by annotation',
    model: model(annotate('serving.kserve.io/stop', 'True')),
    status: { code: 'stopped' },
  },
  {
    name: 'stopped by condition',
    model: model(({ inferenceService }) => {
      inferenceService.status = { conditions: [{ type: 'Stopped', status: 'True' }] };
    }),
    status: { code: 'stopped' },
  },
  {
    name: 'another mode',
    model: model(ofMode('Serverless')),
    status: { code: 'notApplicable', mode: 'Serverless' },
  },
  {
    name: 'orphan',
    model: model(ofClass('none')),
    status: {
      code: 'orphanScaledObject',
      scaledObject: 'llama-predictor',
      autoscalerClass: 'none',
      deployment: 'llama-predictor',
    },
  },
  {
    name: 'two autoscalers',
    model: model(withKserveHpa),
    status: {
      code: 'twoAutoscalers',
      names: ['llama-predictor', 'keda-hpa-llama-predictor'],
      deployment: 'llama-predictor',
    },
  },
  {
    name: 'two autoscalers, one of them unknown',
    model: model(hpaCondition('ScalingActive', 'False', 'AmbiguousSelector', 'pods by selector')),
    status: { code: 'twoAutoscalers', names: ['keda-hpa-llama-predictor'], message: 'pods by selector' },
  },
  {
    name: 'blocked by KServe’s HPA',
    model: model(withoutScaledObject, withKserveHpa),
    status: { code: 'blocked', hpaInTheWay: 'llama-predictor' },
  },
  {
    name: 'blocked, with words',
    model: model(withoutScaledObject, ({ inferenceService }) => {
      inferenceService.status = {
        conditions: [
          { type: 'PredictorReady', status: 'False', message: 'admission webhook of KEDA denied it' },
        ],
      };
    }),
    status: { code: 'blocked', message: 'admission webhook of KEDA denied it' },
  },
  {
    name: 'a ScaledObject of somebody else is no orphan',
    model: model(external),
    status: { code: 'external' },
  },
])('$name', (row) => {
  expectStatus(row);
});
