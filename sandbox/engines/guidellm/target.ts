import type { Pod } from '../../../src/resources/pod';
import type { Service } from '../../../src/resources/service';
import { modelLabel } from '../servingPod';

/** A model behind a Service. */
export interface Behind {
  namespace: string;
  model: string;
}

/** The Service that a URL names; one without a namespace is of the caller's. */
function placeOf(target: string, from: string): { namespace: string; name: string } | undefined {
  const [, host = ''] = /^https?:\/\/([^/:]+)/.exec(target) ?? [];
  const [name = '', namespace = from, kind = 'svc'] = host.split('.');
  return name === '' || kind !== 'svc' ? undefined : { namespace, name };
}

function labelsOfSelector({ spec }: Service): [string, string][] {
  return Object.entries(spec.selector ?? {});
}

/**
 * Which model answers at a URL, as the cluster's DNS and its Services lead there: a Service selects pods, and they tell
 * their model. Undefined when there is no such Service, or it selects no pod of a model.
 */
export function modelBehind(
  target: string,
  from: string,
  services: readonly Service[],
  pods: readonly Pod[],
): Behind | undefined {
  const place = placeOf(target, from);
  const service = services.find(
    ({ metadata }) => metadata.name === place?.name && metadata.namespace === place.namespace,
  );
  if (place === undefined || service === undefined) return undefined;
  const wanted = labelsOfSelector(service);
  const pod = pods.find(
    ({ metadata }) =>
      metadata.namespace === place.namespace &&
      wanted.length > 0 &&
      wanted.every(([key, value]) => metadata.labels?.[key] === value),
  );
  const model = pod?.metadata.labels?.[modelLabel];
  return model === undefined ? undefined : { namespace: place.namespace, model };
}
