import type { StoredObject } from '../definition';
import type { Cause } from '../failure';
import { defaultPodSpec, validatePodSpec } from './pod';

interface Template {
  metadata?: { labels?: Record<string, string> } & Record<string, unknown>;
  spec?: Record<string, unknown>;
}

interface JobSpec {
  template?: Template;
  selector?: { matchLabels?: Record<string, string> };
  manualSelector?: boolean;
}

const restarts: readonly unknown[] = ['OnFailure', 'Never'];

/** Defaults of batch/v1 Job (kubernetes pkg/apis/batch/v1/defaults.go). */
export function defaultJob(object: StoredObject): StoredObject {
  const spec: JobSpec = object.spec ?? {};
  return {
    ...object,
    spec: {
      parallelism: 1,
      completions: 1,
      backoffLimit: 6,
      completionMode: 'NonIndexed',
      suspend: false,
      podReplacementPolicy: 'TerminatingOrFailed',
      ...spec,
      template: { ...spec.template, spec: defaultPodSpec(spec.template?.spec ?? {}) },
    },
  };
}

/** The labels by which a Job finds its pods, put into its selector and its template (pkg/registry/batch/job/strategy.go). */
export function bornJob(object: StoredObject): StoredObject {
  const spec: JobSpec = object.spec ?? {};
  const { uid = '', name } = object.metadata;
  if (spec.manualSelector === true) return { ...object, status: {} };
  const labels = {
    ...spec.template?.metadata?.labels,
    'batch.kubernetes.io/controller-uid': uid,
    'batch.kubernetes.io/job-name': name,
    'controller-uid': uid,
    'job-name': name,
  };
  return {
    ...object,
    spec: {
      ...object.spec,
      selector: { matchLabels: { 'batch.kubernetes.io/controller-uid': uid } },
      template: { ...spec.template, metadata: { ...spec.template?.metadata, labels } },
    },
    status: {},
  };
}

/** The checks that a hand-made Job most likely fails. */
export function validateJob(object: StoredObject): Cause[] {
  const { template }: JobSpec = object.spec ?? {};
  const causes = validatePodSpec(template?.spec, 'spec.template.spec');
  const policy = template?.spec?.restartPolicy;
  if (restarts.includes(policy)) return causes;
  const message = `Unsupported value: ${JSON.stringify(policy)}: supported values: "OnFailure", "Never"`;
  return [
    ...causes,
    { reason: 'FieldValueNotSupported', message, field: 'spec.template.spec.restartPolicy' },
  ];
}

/** What a Job runs stays as it is. */
export function validateJobUpdate(next: StoredObject, current: StoredObject): Cause[] {
  return ['template', 'selector', 'completions'].flatMap((field) => {
    const value = JSON.stringify(next.spec?.[field]);
    if (value === JSON.stringify(current.spec?.[field])) return [];
    const message = `Invalid value: ${value}: field is immutable`;
    return [{ reason: 'FieldValueInvalid', message, field: `spec.${field}` }];
  });
}
