import type { StoredObject } from '../definition';
import type { Cause } from '../failure';
import type { Schema } from '../structural';
import { shapes } from './shapes';

const minAboveMax = 'minReplicaCount must be less than or equal to maxReplicaCount';
const shape = shapes.of('ScaledObject');

/** keda.sh/v1alpha1 ScaledObject, with the rules of KEDA 2.20's CRD. */
export const scaledObjectSchema: Schema = {
  ...shape,
  properties: {
    ...shape.properties,
    spec: {
      ...shape.properties?.spec,
      // For clients that read the CRD; the server runs the same rule as code, below.
      'x-kubernetes-validations': [
        {
          message: minAboveMax,
          rule: '!has(self.minReplicaCount) || self.minReplicaCount <= (has(self.maxReplicaCount) ? self.maxReplicaCount : 100)',
        },
      ],
    },
  },
};

/** The CRD's one CEL rule. */
export function scaledObjectRules({ spec }: StoredObject): Cause[] {
  const { minReplicaCount, maxReplicaCount } = (spec ?? {}) as {
    minReplicaCount?: number;
    maxReplicaCount?: number;
  };
  if (minReplicaCount === undefined || minReplicaCount <= (maxReplicaCount ?? 100)) return [];
  const message = `Invalid value: ${minAboveMax}`;
  return [{ reason: 'FieldValueInvalid', message, field: 'spec' }];
}
