import { ownQuery, type OwnTriggerKind } from './ownQuery';

/** What a trigger measures: one of our own queries, or a query that somebody wrote. */
export type TriggerKind = OwnTriggerKind | 'query';

/** How KEDA identifies itself to Prometheus: KEDA's authModes, and the TriggerAuthentication of the project. */
export interface TriggerAuthentication {
  modes?: string;
  name?: string;
}

/** One Prometheus trigger of a policy. */
export interface PolicyTrigger {
  kind: TriggerKind;
  /** PromQL, word for word. */
  query: string;
  /** Load per replica above which replicas are added: KServe makes every External metric an AverageValue. NaN: unreadable. */
  threshold: number;
  serverAddress: string;
  /** Sent to Prometheus as the parameter `namespace`; the tenancy port demands it. */
  namespace?: string;
  authentication?: TriggerAuthentication;
}

/** Tenancy port of OpenShift's Thanos: the rights that odh-model-controller grants suffice for it, given a namespace. */
const tenancyAddress = 'https://thanos-querier.openshift-monitoring.svc.cluster.local:9092';
/** TriggerAuthentication that odh-model-controller makes in each project with a Prometheus metric. */
const authenticationName = 'inference-prometheus-auth';

/** A trigger on what this model's engines say, through the project's own door of Thanos. */
export function ownTrigger(
  kind: OwnTriggerKind,
  model: { namespace: string; name: string },
  threshold: number,
): PolicyTrigger {
  return {
    kind,
    query: ownQuery(kind, model),
    threshold,
    serverAddress: tenancyAddress,
    namespace: model.namespace,
    authentication: { modes: 'bearer', name: authenticationName },
  };
}

/** Whether two triggers ask the same of the same Prometheus in the same way; thresholds may differ. */
export function asksTheSame(a: PolicyTrigger, b: PolicyTrigger): boolean {
  return (
    a.query === b.query &&
    a.serverAddress === b.serverAddress &&
    a.namespace === b.namespace &&
    a.authentication?.modes === b.authentication?.modes &&
    a.authentication?.name === b.authentication?.name
  );
}
