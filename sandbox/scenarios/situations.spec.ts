import { findCondition, hasStatus } from '../../src/resources/conditions';
import type { Deployment } from '../../src/resources/deployment';
import type { HorizontalPodAutoscaler } from '../../src/resources/horizontalPodAutoscaler';
import type { InferenceService } from '../../src/resources/inferenceService';
import { deploymentKind, horizontalPodAutoscalerKind, inferenceServiceKind } from '../../src/resources/kinds';
import { eventually } from '../controllers/testCluster';
import { chat, llama, look, messages, scaledObjectOf } from './testScenario';

jest.setTimeout(120_000);

describe('what scenarios show', () => {
  it('paused: three ways to hold a model', () =>
    look(
      'paused',
      async (client) => {
        const held = await scaledObjectOf(client, llama);
        expect(findCondition(held?.status?.conditions, 'Paused')?.status).toBe('True');
        expect(held?.metadata.managedFields).toEqual(
          expect.arrayContaining([expect.objectContaining({ manager: 'kubectl-annotate' })]),
        );
        expect(
          await client.get(horizontalPodAutoscalerKind, chat, `keda-hpa-${llama}-predictor`),
        ).toBeUndefined();
        const pinned = await client.get<Deployment>(deploymentKind, chat, 'granite-3-3-8b-predictor');
        expect(pinned?.spec.replicas).toBe(2);
        const hpa = await client.get<HorizontalPodAutoscaler>(
          horizontalPodAutoscalerKind,
          'document-search',
          'keda-hpa-llama-3-1-8b-predictor',
        );
        expect(hpa?.spec.behavior?.scaleDown?.selectPolicy).toBe('Disabled');
      },
      [chat, 'document-search'],
    ));

  it('orphan-scaledobject: KEDA scales a model that KServe fixes', () =>
    look('orphan-scaledobject', async (client) => {
      const service = await client.get<InferenceService>(inferenceServiceKind, chat, llama);
      expect(service?.metadata.annotations?.['serving.kserve.io/autoscalerClass']).toBe('none');
      const left = await scaledObjectOf(client, llama);
      expect(hasStatus(left?.status?.conditions, 'Ready', 'True')).toBe(true);
    }));

  it('two-autoscalers: the class is KEDA’s again, and both HPAs give up', () =>
    look('two-autoscalers', async (client) => {
      const service = await client.get<InferenceService>(inferenceServiceKind, chat, llama);
      expect(service?.metadata.annotations?.['serving.kserve.io/autoscalerClass']).toBe('keda');
      const ambiguous = await eventually('two HPAs with an ambiguous selector', async () => {
        const { items } = await client.list<HorizontalPodAutoscaler>(horizontalPodAutoscalerKind, chat);
        const found = items.filter(
          ({ status }) => findCondition(status?.conditions, 'ScalingActive')?.reason === 'AmbiguousSelector',
        );
        return found.length > 1 && found.map(({ metadata }) => metadata.name);
      });
      expect(ambiguous).toEqual([`keda-hpa-${llama}-predictor`, `${llama}-predictor`]);
    }));

  it('blocked-by-hpa: the webhook refuses the ScaledObject', () =>
    look(
      'blocked-by-hpa',
      async (client) => {
        await eventually('the refusal', async () =>
          (await messages(client, 'code-assist')).some((message) =>
            message.includes("is already managed by the hpa 'granite-code-8b-predictor'"),
          ),
        );
        expect(await scaledObjectOf(client, 'granite-code-8b', 'code-assist')).toBeUndefined();
      },
      ['code-assist'],
    ));

  it('stopped: nothing is left but the InferenceService', () =>
    look('stopped', async (client) => {
      const service = await client.get<InferenceService>(inferenceServiceKind, chat, llama);
      expect(hasStatus(service?.status?.conditions, 'Stopped', 'True')).toBe(true);
      expect(await client.get(deploymentKind, chat, `${llama}-predictor`)).toBeUndefined();
      expect(await scaledObjectOf(client, llama)).toBeUndefined();
    }));

  it('knative: KEDA has no part in it', () =>
    look('knative', async (client) => {
      const service = await client.get<InferenceService>(inferenceServiceKind, chat, llama);
      expect(service?.status?.deploymentMode).toBe('Knative');
      expect(hasStatus(service?.status?.conditions, 'Ready', 'True')).toBe(true);
      expect(await scaledObjectOf(client, llama)).toBeUndefined();
    }));
});
