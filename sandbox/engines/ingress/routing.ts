import type { Deployment } from '../../../src/resources/deployment';
import type { KubernetesObject } from '../../../src/resources/object';
import type { Service } from '../../../src/resources/service';
import { modelLabel } from '../servingPod';

/** http.keda.sh/v1beta1 InterceptorRoute, as far as the stand-in looks at it. */
export interface InterceptorRoute extends KubernetesObject {
  spec: {
    target: { service: string };
    rules?: { hosts?: string[]; paths?: { value: string }[] }[];
    scalingMetric: { concurrency?: { targetValue: number } };
    timeouts?: { readiness?: string };
  };
}

/** route.openshift.io/v1 Route, as far as the router looks at it. */
export interface Route extends KubernetesObject {
  spec: { host?: string; to: { name: string } };
}

/** A model, and where it is. */
export interface Place {
  namespace: string;
  model: string;
}

const hostOf = (host: string): string => host.replace(/:\d+$/, '').toLowerCase();

/** The length of the path that a rule answers for; undefined when it does not. Without hosts or paths it answers for all. */
function fit(
  { hosts = [], paths = [] }: NonNullable<InterceptorRoute['spec']['rules']>[number],
  host: string,
  path: string,
): number | undefined {
  if (hosts.length > 0 && !hosts.includes('*') && !hosts.includes(hostOf(host))) return undefined;
  if (paths.length === 0) return 0;
  const lengths = paths.filter(({ value }) => path.startsWith(value)).map(({ value }) => value.length);
  return lengths.length === 0 ? undefined : Math.max(...lengths);
}

/** What a request counts for: among the routes whose host and path fit, the one with the longest path. */
export function countedFor<T extends { route: InterceptorRoute }>(
  all: readonly T[],
  host: string,
  path: string,
): T | undefined {
  const fitting = all.flatMap((one) =>
    (one.route.spec.rules ?? []).flatMap((rule) => {
      const length = fit(rule, host, path);
      return length === undefined ? [] : [{ one, length }];
    }),
  );
  return fitting.sort((a, b) => b.length - a.length)[0]?.one;
}

/** The Route of a host, in whichever project it is. */
export function routeFor(routes: readonly Route[], host: string): Route | undefined {
  return routes.find(({ spec }) => spec.host === hostOf(host));
}

/**
 * The model whose pods a Service selects, by the Deployment that makes them: it is there while no pod is. Undefined when
 * there is no such Service, or it selects something else.
 */
export function modelOfService(
  namespace: string,
  name: string,
  services: readonly Service[],
  deployments: readonly Deployment[],
): Place | undefined {
  const service = services.find(({ metadata }) => metadata.namespace === namespace && metadata.name === name);
  const selector = Object.entries(service?.spec.selector ?? {});
  if (selector.length === 0) return undefined;
  const labels = deployments
    .filter(({ metadata }) => metadata.namespace === namespace)
    .map(({ spec }) => spec.template.metadata?.labels ?? {})
    .find((found) => selector.every(([key, value]) => found[key] === value));
  const model = labels?.[modelLabel];
  return model === undefined ? undefined : { namespace, model };
}

const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** A duration as Go writes it ("600s", "1m30s"), in milliseconds; undefined for what is none. */
export function durationMs(text: string): number | undefined {
  if (!/^(\d+(\.\d+)?(ms|s|m|h))+$/.test(text)) return undefined;
  return [...text.matchAll(/([\d.]+)(ms|s|m|h)/g)].reduce(
    (sum, [, number, unit = '']) => sum + Number(number) * (units[unit] ?? 0),
    0,
  );
}
