import type { ScalePaths, StoredObject } from './definition';
import type { Cause } from './failure';
import { badRequest, invalid } from './failure';
import { givenFields, isObject, valueAt } from './fields';

/** Label selectors are text in the scale, and objects in Deployments. */
function selectorText(selector: unknown): string | undefined {
  if (typeof selector === 'string') return selector;
  const labels = valueAt(selector, '.matchLabels');
  if (!isObject(labels)) return undefined;
  return Object.entries(labels)
    .map(([key, value]) => `${key}=${String(value)}`)
    .sort()
    .join(',');
}

const countAt = (object: StoredObject, path: string): number => Number(valueAt(object, path) ?? 0);

/** The autoscaling/v1 Scale of an object; replicas of 0 are left out of its spec, as Go leaves them out. */
export function scaleOf(object: StoredObject, paths: ScalePaths): StoredObject {
  const { name, namespace, uid, resourceVersion, creationTimestamp } = object.metadata;
  const replicas = countAt(object, paths.specReplicasPath);
  const { labelSelectorPath } = paths;
  const selector =
    labelSelectorPath === undefined ? undefined : selectorText(valueAt(object, labelSelectorPath));
  return {
    kind: 'Scale',
    apiVersion: 'autoscaling/v1',
    metadata: { name, ...givenFields({ namespace, uid, resourceVersion, creationTimestamp }) },
    spec: replicas === 0 ? {} : { replicas },
    status: { replicas: countAt(object, paths.statusReplicasPath), ...givenFields({ selector }) },
  };
}

/**
 * The JSON patch that a written Scale stands for; a resourceVersion in it must be that of the object.
 * Throws Failure for replicas that are no count.
 */
export function patchOfScale(
  scale: unknown,
  name: string,
  { specReplicasPath }: ScalePaths,
): { op: 'add'; path: string; value: unknown }[] {
  const replicas = valueAt(scale, '.spec.replicas') ?? 0;
  if (typeof replicas !== 'number' || !Number.isInteger(replicas))
    throw badRequest('Scale in version "v1" cannot be handled as a Scale: spec.replicas is no whole number');
  if (replicas < 0) {
    const message = `Invalid value: ${String(replicas)}: must be greater than or equal to 0`;
    const cause: Cause = { reason: 'FieldValueInvalid', message, field: 'spec.replicas' };
    throw invalid('Scale', 'autoscaling', name, [cause]);
  }
  const version = valueAt(scale, '.metadata.resourceVersion');
  return [
    { op: 'add', path: specReplicasPath.replaceAll('.', '/'), value: replicas },
    ...(typeof version === 'string' && version !== ''
      ? [{ op: 'add' as const, path: '/metadata/resourceVersion', value: version }]
      : []),
  ];
}
