import type { KubernetesObject } from '../../../src/resources/object';
import type { Kind } from '../../../src/resources/kinds';
import type { Informer } from '../../client/informer';
import { startInformer } from '../../client/informer';
import type { KubeClient } from '../../client/kubeClient';
import type { HttpScaledObject } from '../../controllers/httpAddOn/httpScaledObject';
import { httpScaledObjectKind } from '../../controllers/httpAddOn/httpScaledObject';
import type { InterceptorRoute } from './routing';

const interceptorRouteKind: Kind = {
  group: 'http.keda.sh',
  version: 'v1beta1',
  kind: 'InterceptorRoute',
  plural: 'interceptorroutes',
};

/** Requests that the interceptor lets through and counts. */
export interface Counted {
  /** How the external scaler is asked for them: <namespace>/<plural>/<name>. */
  key: string;
  /** The name of their metric (http-add-on scaler/naming.go). */
  metricName: string;
  /** Which they are, and where they go. */
  route: InterceptorRoute;
}

const placeOf = ({ namespace = '', name }: KubernetesObject['metadata'], plural: string): string =>
  `${namespace}/${plural}/${name}`;

/** What the interceptor does for an HTTPScaledObject, in the terms of the kind that came after it. */
export function routeOfHttpScaledObject({ metadata, spec }: HttpScaledObject): InterceptorRoute {
  const { hosts = [], pathPrefixes = [], scaleTargetRef, scalingMetric, timeouts } = spec;
  return {
    apiVersion: 'http.keda.sh/v1beta1',
    kind: interceptorRouteKind.kind,
    metadata,
    spec: {
      target: { service: scaleTargetRef.service },
      rules: [{ hosts, paths: pathPrefixes.map((value) => ({ value })) }],
      scalingMetric: { concurrency: { targetValue: scalingMetric?.concurrency?.targetValue ?? 100 } },
      // The default of the interceptor before 0.14.
      timeouts: { readiness: timeouts?.conditionWait ?? '20s' },
    },
  };
}

function ofRoute(route: InterceptorRoute): Counted {
  const { metadata } = route;
  const key = placeOf(metadata, interceptorRouteKind.plural);
  return { key, metricName: `http_${metadata.name}_concurrency`, route };
}

function ofHttpScaledObject(object: HttpScaledObject): Counted {
  const { namespace = '', name } = object.metadata;
  const key = placeOf(object.metadata, httpScaledObjectKind.plural);
  return { key, metricName: `http-${namespace}_002F${name}`, route: routeOfHttpScaledObject(object) };
}

/** Follows what the add-on counts: InterceptorRoutes, and the older HTTPScaledObjects. */
export function followCounted(client: KubeClient): {
  informers: readonly Pick<Informer<KubernetesObject>, 'ready' | 'stop'>[];
  all: () => readonly Counted[];
} {
  const routes = startInformer<InterceptorRoute>(client, interceptorRouteKind);
  const objects = startInformer<HttpScaledObject>(client, httpScaledObjectKind);
  return {
    informers: [routes, objects],
    all: () => [...routes.items().map(ofRoute), ...objects.items().map(ofHttpScaledObject)],
  };
}
