import type { ServedModel } from '../resources/servedModel';
import {
  aDeployment,
  aKserveHpa,
  anInferenceService,
  aPlainInferenceService,
  aScaledObject,
  aServedModel,
} from '../resources/testObjects';
import { consequencesOfFixing } from './fixing';

const none = { 'serving.kserve.io/autoscalerClass': 'none' };
const codes = (model: ServedModel, replicas: number) =>
  consequencesOfFixing(model, replicas).map(({ code }) => code);

it('restarts the pods, removes what scales, and sets the replicas', () => {
  expect(consequencesOfFixing(aServedModel(), 1, { gpus: { allocatable: 8, free: 2 } })).toEqual([
    expect.objectContaining({ code: 'restart', tone: 'warning', pods: 1, gpus: 1, free: 2 }),
    {
      code: 'removesObjects',
      tone: 'info',
      names: ['ScaledObject llama-predictor', 'HorizontalPodAutoscaler keda-hpa-llama-predictor'],
    },
    { code: 'setsReplicas', tone: 'info', from: 1, to: 1 },
    { code: 'nothingScales', tone: 'warning' },
    { code: 'forgetsTriggers', tone: 'info' },
  ]);
});

it('says that requests are cut when replicas go, and which GPUs more of them need', () => {
  const three = aServedModel({ deployment: aDeployment(3) });
  expect(consequencesOfFixing(three, 1)).toContainEqual({
    code: 'cutsRequests',
    tone: 'warning',
    replicas: 2,
    seconds: 30,
  });
  const more = consequencesOfFixing(aServedModel(), 5, { gpus: { allocatable: 8, free: 2 } });
  expect(more.find(({ code }) => code === 'gpusAtMax')).toMatchObject({ tone: 'warning', gpus: 5, fits: 3 });
});

it('restarts nothing where the class is none already: only the number changes', () => {
  const { scaledObject, kedaHpa, ...fixed } = aServedModel({
    inferenceService: aPlainInferenceService({ annotations: none }),
  });
  expect([scaledObject, kedaHpa]).not.toContain(undefined);
  expect(codes(fixed, 2)).toEqual(['noRestart', 'setsReplicas', 'gpusAtMax']);
});

it('leaves the ScaledObject of somebody else, and names KServe’s own HPA', () => {
  const model = aServedModel({
    inferenceService: aPlainInferenceService(),
    scaledObject: aScaledObject({}, { ownerReferences: [] }),
    kserveHpa: aKserveHpa(),
  });
  expect(consequencesOfFixing(model, 1)).toContainEqual({
    code: 'removesObjects',
    tone: 'info',
    names: ['HorizontalPodAutoscaler llama-predictor'],
  });
});

it('names no HPA that is somebody else’s', () => {
  const hpa = aKserveHpa();
  const kserveHpa = { ...hpa, metadata: { ...hpa.metadata, ownerReferences: [] } };
  const { scaledObject, kedaHpa, ...plain } = aServedModel({
    inferenceService: aPlainInferenceService(),
    kserveHpa,
  });
  expect([scaledObject, kedaHpa]).not.toContain(undefined);
  expect(codes(plain, 1)).not.toContain('removesObjects');
});

it('warns where GitOps will undo it', () => {
  const marked = anInferenceService(
    {},
    {
      annotations: { 'serving.kserve.io/autoscalerClass': 'keda', 'argocd.argoproj.io/tracking-id': 'x' },
    },
  );
  expect(consequencesOfFixing(aServedModel({ inferenceService: marked }), 1)[0]).toEqual({
    code: 'gitOps',
    tone: 'warning',
    manager: 'Argo CD',
  });
});
