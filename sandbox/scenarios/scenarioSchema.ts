import type { Schema } from '@cfworker/json-schema';
import { sandboxUsers } from '../cluster/rbac';
import { loadProfileNames } from '../engines/loadProfile';
import { metricNameSets } from '../engines/metricNames';
import { profileNames } from '../engines/profiles';

const text: Schema = { type: 'string', minLength: 1 };
/** A label of DNS (RFC 1123); the names of InferenceServices begin with a letter, and 44 characters leave room for KEDA's HPA. */
const name: Schema = { type: 'string', pattern: '^[a-z]([-a-z0-9]*[a-z0-9])?$', maxLength: 44 };
const count: Schema = { type: 'integer', minimum: 0 };
const positive: Schema = { type: 'integer', minimum: 1 };
const amount: Schema = { type: 'number', minimum: 0 };

function record(properties: Record<string, Schema>, optional: readonly string[] = []): Schema {
  const required = Object.keys(properties).filter((key) => !optional.includes(key));
  return { type: 'object', properties, required, additionalProperties: false };
}

const list = (items: Schema): Schema => ({ type: 'array', items, minItems: 1 });

const lengths = record({ mean: positive, deviation: amount, min: positive, max: positive });

const traffic = record({
  promptTokens: lengths,
  outputTokens: lengths,
  baseline: record({
    requestsPerSecond: amount,
    swing: { type: 'number', minimum: 0, maximum: 1 },
    periodSeconds: positive,
  }),
});

const unit: Schema = { enum: ['clients', 'requestsPerSecond'] };

/** By its shape, or stage by stage. */
const load: Schema = {
  type: 'object',
  if: { required: ['profile'] },
  then: record({ unit, profile: { enum: [...loadProfileNames] }, peak: amount, seconds: positive }),
  else: record({ unit, stages: list(record({ seconds: amount, target: amount })) }),
};

const autoscaling = record(
  {
    class: { enum: ['keda', 'hpa', 'none', 'absent'] },
    min: positive,
    max: positive,
    threshold: { type: 'number', exclusiveMinimum: 0 },
    query: text,
    scaleDownSeconds: count,
  },
  ['threshold', 'query', 'scaleDownSeconds'],
);

const modelFields: Record<string, Schema> = {
  name,
  namespace: name,
  displayName: text,
  storageUri: text,
  profile: { enum: [...profileNames] },
  maxNumSeqs: positive,
  gpus: positive,
  loadSeconds: count,
  deploymentMode: { enum: ['Standard', 'Knative'] },
  loadFault: text,
  metricNames: { enum: [...metricNameSets] },
  autoscaling,
  traffic,
};

const monitoring = record(
  {
    userWorkload: { type: 'boolean' },
    querier: { enum: ['answers', 'down', 'slow'] },
    endsAfterSeconds: positive,
  },
  ['endsAfterSeconds'],
);

const act = record({
  by: text,
  with: text,
  kind: { enum: ['InferenceService', 'ScaledObject', 'Deployment'] },
  object: { type: 'string', pattern: '^[^/]+/[^/]+$' },
  merge: { type: 'object' },
});

const install = record({ namespace: name, name, manifest: name, traffic });

const fleet = record({ models: positive, projects: positive });

/** What a scenario file may hold. With `from`, all but name, title and description may be left to that scenario. */
export const scenarioFileSchema: Schema = record(
  {
    name,
    title: text,
    description: text,
    from: name,
    user: { enum: sandboxUsers.map(({ name: user }) => user) },
    kserve: { type: 'boolean' },
    keda: { type: 'boolean' },
    httpAddOn: { type: 'boolean' },
    llmInferenceServices: list(record({ namespace: name, name, spec: { type: 'object' } })),
    monitoring,
    namespaces: { type: 'array', items: name },
    nodes: list(
      record({ name, count: positive, cpu: text, memory: text, gpus: count, gpuProduct: text }, [
        'gpuProduct',
      ]),
    ),
    quotas: list(record({ namespace: name, gpus: positive })),
    models: { type: 'array', items: record(modelFields, ['loadFault', 'metricNames']) },
    installs: list(install),
    load: { type: 'object', additionalProperties: load },
    instead: {
      type: 'object',
      additionalProperties: record(modelFields, Object.keys(modelFields)),
    },
    acts: list(act),
    fleet,
  },
  [
    ...['from', 'user', 'kserve', 'keda', 'monitoring', 'namespaces', 'nodes', 'quotas', 'models'],
    ...['load', 'instead', 'acts', 'fleet', 'installs', 'httpAddOn', 'llmInferenceServices'],
  ],
);

/** What a scenario must have once it has taken over what it left out. */
export const requiredFields = ['user', 'keda', 'namespaces', 'nodes', 'models'] as const;
