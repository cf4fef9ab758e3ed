import type { InferenceService } from '../resources/inferenceService';
import { known } from '../resources/known';
import { readAutoscalingPolicy, type AutoscalingPolicy } from './autoscalingPolicy';
import { classPatch } from './classPatch';
import { scaleMetricPatch } from './enablePatch';
import type { PatchOperation } from './patchOperation';
import { metricOf, triggersPatch } from './triggersPatch';
import { versionTest } from './versionTest';
import { windowsPatch } from './windowsPatch';

const predictorPath = '/spec/predictor';
const writableModes = ['keda', 'hpa', 'none'] as const;

/**
 * One JSON patch that turns the InferenceService's policy into the wanted one: only what differs is written, with a
 * `test` on it, so that somebody else's edit of the same is never overwritten (an edit of the rest goes through). Empty
 * when the policy is the wanted one already. Only a change of the mode touches annotations and restarts pods; the modes
 * hpa and none take no autoScaling with them, which KServe's webhook would refuse. Without a maximum none is written.
 */
export function policyPatch(inferenceService: InferenceService, wanted: AutoscalingPolicy): PatchOperation[] {
  const stored = readAutoscalingPolicy(inferenceService);
  const mode = writableModes.find((one) => one === wanted.mode);
  if (mode !== undefined && mode !== stored.mode) {
    return [
      ...versionTest(inferenceService),
      ...classPatch(inferenceService, mode),
      ...(mode === 'keda' ? scaleMetricPatch(inferenceService) : []),
      ...boundEdits(inferenceService, wanted, true),
      ...(mode === 'keda' ? autoScalingPatch(inferenceService, wanted) : removal(inferenceService)),
    ];
  }
  const others = autoScalingPatch(inferenceService, wanted);
  const bounds = boundEdits(inferenceService, wanted, others.length > 0);
  return others.length + bounds.length === 0
    ? []
    : [...boundTests(inferenceService, bounds), ...bounds, ...others];
}

/** `missing`: also write a bound that is not there; alone it would be no change. */
function boundEdits(
  inferenceService: InferenceService,
  wanted: AutoscalingPolicy,
  missing: boolean,
): PatchOperation[] {
  const { predictor } = inferenceService.spec;
  const stored = readAutoscalingPolicy(inferenceService);
  const differs = (['minReplicas', 'maxReplicas'] as const).some((bound) => stored[bound] !== wanted[bound]);
  return (['minReplicas', 'maxReplicas'] as const).flatMap((bound) => {
    const value = wanted[bound];
    const absent = (missing || differs) && predictor[bound] === undefined;
    if (value === undefined || (stored[bound] === value && !absent)) return [];
    return [{ op: 'add', path: `${predictorPath}/${bound}`, value }];
  });
}

/** A bound that is not there cannot be tested: the object's version takes its place. */
function boundTests(inferenceService: InferenceService, edits: readonly PatchOperation[]): PatchOperation[] {
  const { predictor } = inferenceService.spec;
  const tests = edits.map(({ path }) => {
    const value = path.endsWith('/minReplicas') ? predictor.minReplicas : predictor.maxReplicas;
    return value === undefined ? undefined : ({ op: 'test', path, value } as const);
  });
  return tests.includes(undefined)
    ? versionTest(inferenceService)
    : tests.filter((test) => test !== undefined);
}

function autoScalingPatch(inferenceService: InferenceService, wanted: AutoscalingPolicy): PatchOperation[] {
  const { autoScaling } = inferenceService.spec.predictor;
  const path = `${predictorPath}/autoScaling`;
  if (autoScaling === undefined) {
    const value = known({ metrics: metricsOf(wanted), behavior: behaviorOf(wanted) });
    return Object.keys(value).length === 0
      ? []
      : [...versionTest(inferenceService), { op: 'add', path, value }];
  }
  const windows = windowsPatch(inferenceService, wanted);
  const metrics = metricsOf(wanted);
  if (autoScaling.metrics === undefined && metrics !== undefined) {
    return [
      { op: 'test', path, value: autoScaling },
      ...windows,
      { op: 'add', path: `${path}/metrics`, value: metrics },
    ];
  }
  return [...windows, ...triggersPatch(inferenceService, wanted.triggers)];
}

function metricsOf({ triggers }: AutoscalingPolicy) {
  return triggers.length === 0 ? undefined : triggers.map(metricOf);
}

function behaviorOf({ scaleUpWindowSeconds, scaleDownWindowSeconds }: AutoscalingPolicy) {
  const rules = known({
    scaleUp: rulesOf(scaleUpWindowSeconds),
    scaleDown: rulesOf(scaleDownWindowSeconds),
  });
  return Object.keys(rules).length === 0 ? undefined : rules;
}

function rulesOf(stabilizationWindowSeconds: number | undefined) {
  return stabilizationWindowSeconds === undefined ? undefined : { stabilizationWindowSeconds };
}

function removal({ spec }: InferenceService): PatchOperation[] {
  return spec.predictor.autoScaling === undefined
    ? []
    : [{ op: 'remove', path: `${predictorPath}/autoScaling` }];
}
