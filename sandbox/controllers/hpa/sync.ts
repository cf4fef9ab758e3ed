import type { HorizontalPodAutoscaler } from '../../../src/resources/horizontalPodAutoscaler';
import type { AutoscalerMemory } from '../../../src/simulator/autoscaler';
import { syncAutoscaler } from '../../../src/simulator/syncAutoscaler';
import type { ControllerContext } from '../context';
import { isReady, selectorText, selects } from '../podState';
import type { Scale } from '../requests';
import { writeScale } from '../requests';
import { ambiguityOf } from './ambiguity';
import { autoscalerOfHpa } from './autoscaler';
import { readMetrics } from './metrics';
import { gaveUp } from './status';
import type { Spoken } from './words';
import { failureMessage, rescaleMessage } from './words';

const source = 'horizontal-pod-autoscaler';

function ambiguity(
  { informers }: ControllerContext,
  namespace: string,
  selector: string,
): string | undefined {
  const inNamespace = informers.horizontalPodAutoscalers
    .items()
    .filter(({ metadata }) => metadata.namespace === namespace)
    .map((hpa) => {
      const target = informers.deployments.get(namespace, hpa.spec.scaleTargetRef.name);
      return { hpa, selector: selectorText(target?.spec.selector.matchLabels ?? {}) };
    });
  const pods = informers.pods.items().filter(({ metadata }) => metadata.namespace === namespace);
  return ambiguityOf(selector, pods, inNamespace);
}

function recordSync(
  { events }: ControllerContext,
  hpa: HorizontalPodAutoscaler,
  spoken: Spoken,
  current: number,
): void {
  const { decision, results } = spoken;
  if (decision.desired !== current)
    events.record(hpa, {
      type: 'Normal',
      reason: 'SuccessfulRescale',
      message: rescaleMessage(decision),
      source,
    });
  if (spoken.ambiguity !== undefined && decision.conditions.ScalingActive?.reason === 'AmbiguousSelector')
    events.record(hpa, { type: 'Warning', reason: 'AmbiguousSelector', message: spoken.ambiguity, source });
  for (const { reading, errorReason } of results) {
    if ('error' in reading && errorReason !== undefined)
      events.record(hpa, { type: 'Warning', reason: errorReason, message: reading.error, source });
  }
  if (!gaveUp(spoken)) return;
  const message = spoken.ambiguity ?? failureMessage(hpa, results);
  events.record(hpa, { type: 'Warning', reason: 'FailedComputeMetricsReplicas', message, source });
}

/**
 * One sync of an HPA whose target has this scale: reads the metrics, decides, scales and reports.
 * Metrics are not asked for when the bounds or the replica count settle it (horizontal.go reconcileAutoscaler).
 */
export async function syncHpa(
  context: ControllerContext,
  hpa: HorizontalPodAutoscaler,
  scale: Scale,
  memory: AutoscalerMemory | undefined,
  adapterUrl: string | undefined,
): Promise<Spoken> {
  const { client, clock, informers } = context;
  const { namespace = '' } = hpa.metadata;
  const autoscaler = autoscalerOfHpa(hpa);
  const { wanted, existing, selector } = scale;
  const ready = informers.pods
    .items()
    .filter((pod) => pod.metadata.namespace === namespace && selects(selector, pod) && isReady(pod)).length;
  const clash = ambiguity(context, namespace, selector);
  const isSettled =
    wanted === 0 || wanted > autoscaler.maxReplicas || wanted < autoscaler.minReplicas || clash !== undefined;
  const scope = { namespace, existing, ready, ...(adapterUrl === undefined ? {} : { adapterUrl }) };
  const results = isSettled ? [] : await readMetrics(hpa.spec.metrics ?? [], scope);
  const decision = syncAutoscaler(autoscaler, memory, {
    now: clock.now() / 1000,
    specReplicas: wanted,
    statusReplicas: existing,
    readyReplicas: ready,
    readings: results.map(({ reading }) => reading),
    ambiguousSelector: clash !== undefined,
  });
  // An update of the scale as it was read (horizontal.go): who scaled meanwhile, such as KEDA by a pause, is not overruled.
  if (decision.desired !== wanted)
    await writeScale(client, namespace, hpa.spec.scaleTargetRef.name, decision.desired, scale.version);
  const spoken: Spoken = { decision, results, ...(clash === undefined ? {} : { ambiguity: clash }) };
  recordSync(context, hpa, spoken, wanted);
  return spoken;
}
