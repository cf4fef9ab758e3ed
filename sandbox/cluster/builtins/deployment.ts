import type { StoredObject } from '../definition';
import type { Cause } from '../failure';
import { defaultPodSpec, validatePodSpec } from './pod';

interface DeploymentSpec {
  replicas?: number;
  selector?: { matchLabels?: Record<string, string> };
  template?: { metadata?: { labels?: Record<string, string> }; spec?: Record<string, unknown> };
  strategy?: { type?: string; rollingUpdate?: Record<string, unknown> };
}

/** Defaults of apps/v1 Deployment (kubernetes pkg/apis/apps/v1/defaults.go). */
export function defaultDeployment(object: StoredObject): StoredObject {
  const spec: DeploymentSpec = object.spec ?? {};
  const type = spec.strategy?.type ?? 'RollingUpdate';
  const rollingUpdate = { maxUnavailable: '25%', maxSurge: '25%', ...spec.strategy?.rollingUpdate };
  return {
    ...object,
    spec: {
      replicas: 1,
      revisionHistoryLimit: 10,
      progressDeadlineSeconds: 600,
      ...spec,
      strategy: type === 'RollingUpdate' ? { type, rollingUpdate } : { type },
      template: { ...spec.template, spec: defaultPodSpec(spec.template?.spec ?? {}) },
    },
  };
}

/** The checks that a hand-made Deployment most likely fails. */
export function validateDeployment(object: StoredObject): Cause[] {
  const spec: DeploymentSpec = object.spec ?? {};
  const causes: Cause[] = [];
  if (spec.selector === undefined) {
    causes.push({ reason: 'FieldValueRequired', message: 'Required value', field: 'spec.selector' });
  }
  const labels = spec.template?.metadata?.labels ?? {};
  const unmatched = Object.entries(spec.selector?.matchLabels ?? {}).some(
    ([key, value]) => labels[key] !== value,
  );
  if (unmatched) {
    const message = `Invalid value: ${JSON.stringify(labels)}: \`selector\` does not match template \`labels\``;
    causes.push({ reason: 'FieldValueInvalid', message, field: 'spec.template.metadata.labels' });
  }
  if ((spec.replicas ?? 0) < 0) {
    const message = `Invalid value: ${String(spec.replicas)}: must be greater than or equal to 0`;
    causes.push({ reason: 'FieldValueInvalid', message, field: 'spec.replicas' });
  }
  return [...causes, ...validatePodSpec(spec.template?.spec, 'spec.template.spec')];
}

/** A Deployment's selector stays as it is. */
export function validateDeploymentUpdate(next: StoredObject, current: StoredObject): Cause[] {
  const selector = JSON.stringify(next.spec?.selector);
  if (selector === JSON.stringify(current.spec?.selector)) return [];
  const message = `Invalid value: ${selector}: field is immutable`;
  return [{ reason: 'FieldValueInvalid', message, field: 'spec.selector' }];
}
