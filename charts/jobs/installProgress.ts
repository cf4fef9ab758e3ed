import type { ClusterObject } from './cluster';
import type { Progress } from './retry';

interface Condition {
  type: string;
  status: string;
  message?: string;
}

/** operators.coreos.com/v1alpha1 Subscription. */
export interface Subscription extends ClusterObject {
  status?: { installedCSV?: string; installPlanRef?: { name: string }; conditions?: Condition[] };
}

interface InstallPlan extends ClusterObject {
  spec: { approval: string; approved: boolean };
  status?: { phase?: string; conditions?: Condition[] };
}

interface ClusterServiceVersion extends ClusterObject {
  status?: { phase?: string; message?: string };
}

/** What OLM has got to. */
export interface InstallState {
  namespace: string;
  subscription: Subscription | undefined;
  installPlan: InstallPlan | undefined;
  csv: ClusterServiceVersion | undefined;
  missingCrds: readonly string[];
}

// Conditions of a Subscription that are bad news when they are true (operator-lifecycle-manager, subscription_types.go).
const troubles = ['CatalogSourcesUnhealthy', 'ResolutionFailed', 'InstallPlanFailed', 'BundleUnpackFailed'];

function troubleOf(conditions: readonly Condition[] = []): string | undefined {
  const trouble = conditions.find(({ type, status }) => troubles.includes(type) && status === 'True');
  return trouble === undefined ? undefined : `OLM reports ${trouble.type}: ${trouble.message ?? ''}`;
}

function planText(plan: InstallPlan, namespace: string): string {
  const { name } = plan.metadata;
  if (plan.spec.approval === 'Manual' && !plan.spec.approved)
    return (
      `The install plan waits for approval: oc patch installplan ${name} -n ${namespace} ` +
      `--type=merge -p '{"spec":{"approved":true}}'.`
    );
  return `The install plan ${name} is in phase ${plan.status?.phase ?? 'unknown'}.`;
}

function missingText({ namespace, subscription, installPlan, csv }: InstallState): string {
  if (subscription === undefined) return 'The Subscription is gone.';
  const trouble = troubleOf(subscription.status?.conditions);
  if (trouble !== undefined) return trouble;
  if (csv !== undefined)
    return `${csv.metadata.name} is in phase ${csv.status?.phase ?? 'unknown'}: ${csv.status?.message ?? ''}`;
  return installPlan === undefined
    ? 'OLM has not planned the installation yet.'
    : planText(installPlan, namespace);
}

/** Done when OLM's version has succeeded and all CRDs are there; else the one thing that keeps it. */
export function installProgress(state: InstallState): Progress {
  if (state.csv?.status?.phase !== 'Succeeded') return { done: false, missing: missingText(state) };
  return state.missingCrds.length === 0
    ? { done: true }
    : {
        done: false,
        missing: `These CustomResourceDefinitions are missing: ${state.missingCrds.join(', ')}.`,
      };
}
