import type { ModelLoad } from '../resources/modelLoad';
import type { Condition } from '../resources/object';
import type { ServedModel } from '../resources/servedModel';
import { aDeployment, aKserveHpa, aPendingPod, aScaledObject, aServedModel } from '../resources/testObjects';
import { toneOf, type MissingInput, type StatusCode } from './modelStatus';
import { statusOf } from './statusOf';

/** The time of all specs, ms. */
export const now = Date.UTC(2026, 0, 1, 12);
/** RFC 3339 time so many minutes before now. */
export const minutesAgo = (minutes: number) => new Date(now - minutes * 60_000).toISOString();

/** Changes a model in place. */
export type Change = (model: ServedModel) => void;

/** The model of the builders, calm at 1 of 1 to 3 replicas, after some changes in place. */
export function model(...changes: Change[]): ServedModel {
  const changed = aServedModel();
  for (const change of changes) change(changed);
  return changed;
}

export const annotate =
  (key: string, value: string): Change =>
  ({ inferenceService }) => {
    inferenceService.metadata.annotations = { ...inferenceService.metadata.annotations, [key]: value };
  };
export const ofClass = (name: string) => annotate('serving.kserve.io/autoscalerClass', name);
export const ofMode = (name: string) => annotate('serving.kserve.io/deploymentMode', name);
export const withoutScaledObject: Change = (changed) => {
  delete changed.scaledObject;
  delete changed.kedaHpa;
};
export const foreignScaledObject: Change = ({ scaledObject }) => {
  if (scaledObject) scaledObject.metadata.ownerReferences = [];
};
export const withKserveHpa: Change = (changed) => {
  changed.kserveHpa = aKserveHpa();
};
export const soCondition =
  (type: string, status: Condition['status'], reason?: string, message?: string): Change =>
  (changed) => {
    const condition = { type, status, ...(reason && { reason }), ...(message && { message }) };
    changed.scaledObject = aScaledObject({}, {}, { conditions: [condition] });
  };
export const hpaCondition =
  (type: string, status: Condition['status'], reason: string, message?: string): Change =>
  ({ kedaHpa }) => {
    const conditions = (kedaHpa?.status?.conditions ?? []).filter((one) => one.type !== type);
    if (kedaHpa?.status)
      kedaHpa.status.conditions = [...conditions, { type, status, reason, ...(message && { message }) }];
  };
export const stabilized = hpaCondition('AbleToScale', 'True', 'ScaleDownStabilized');
export const tooMany = hpaCondition('ScalingLimited', 'True', 'TooManyReplicas');
/** What the HPA wants; what the Deployment asks for, has ready, has at all. */
export const replicas =
  (desired: number, spec: number, ready = spec, current = spec): Change =>
  (changed) => {
    changed.deployment = aDeployment(spec, ready, current);
    if (changed.kedaHpa?.status) changed.kedaHpa.status.desiredReplicas = desired;
  };
export const scaledAgo =
  (minutes: number): Change =>
  ({ kedaHpa }) => {
    if (kedaHpa?.status) kedaHpa.status.lastScaleTime = minutesAgo(minutes);
  };
export const unschedulable =
  (message: string, count = 1): Change =>
  (changed) => {
    changed.pendingPods = Array.from({ length: count }, (_, index) =>
      aPendingPod(`pod-${index.toString()}`, message),
    );
  };
export const external: Change = (changed) => {
  ofClass('external')(changed);
  foreignScaledObject(changed);
};
export const httpTrigger: Change = ({ scaledObject }) => {
  if (scaledObject) scaledObject.spec.triggers = [{ type: 'external-push', metadata: {} }];
};

/** One row of a table of states. */
export interface Case {
  name: string;
  model: ServedModel;
  load?: ModelLoad;
  missing?: MissingInput[];
  status: { code: StatusCode } & Record<string, unknown>;
}

/** Expects the facts of the row and the tone of its state. */
export function expectStatus({ model: input, load, missing, status }: Case): void {
  const actual = statusOf(input, load, now, missing);
  expect(actual).toMatchObject(status);
  expect(actual.tone).toBe(toneOf[status.code]);
}
