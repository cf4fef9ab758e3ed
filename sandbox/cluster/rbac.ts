/** What somebody wants to do (authorization.k8s.io ResourceAttributes); no namespace means all of them. */
export interface Attributes {
  verb: string;
  group: string;
  resource: string;
  subresource?: string;
  namespace?: string;
  name?: string;
}

/** A grant. "*" stands for all; `namespaces` left out means the whole cluster; a subresource is written "pods/log". */
export interface Rule {
  verbs: readonly string[];
  groups: readonly string[];
  resources: readonly string[];
  namespaces?: readonly string[];
  names?: readonly string[];
}

/** The rules of one user. */
export type Rules = (user: string) => readonly Rule[];

/** Whom the controllers of the sandbox act as. */
export const controllerUser = 'system:controller';

const everything: Rule = { verbs: ['*'], groups: ['*'], resources: ['*'] };
const read = ['get', 'list', 'watch'];
const write = [...read, 'create', 'update', 'patch', 'delete', 'deletecollection'];

/** What every user of the cluster may do: see which projects there are. Reviews about oneself need no rule. */
const own: Rule = { verbs: read, groups: ['project.openshift.io'], resources: ['projects'] };

/**
 * What the ClusterRoles view and edit cover in a project, with those of KServe and KEDA that are aggregated into them:
 * both see all of these, edit also writes them. Nobody but controllers and admins writes a status.
 */
const covered: readonly { group: string; edited: readonly string[]; seen?: readonly string[] }[] = [
  {
    group: '',
    edited: ['pods', 'services', 'configmaps', 'serviceaccounts', 'events'],
    seen: ['pods/log', 'pods/status', 'resourcequotas', 'namespaces', 'services/status'],
  },
  {
    group: 'apps',
    edited: ['deployments', 'deployments/scale', 'replicasets', 'replicasets/scale'],
    seen: ['deployments/status', 'replicasets/status'],
  },
  { group: 'batch', edited: ['jobs'], seen: ['jobs/status'] },
  {
    group: 'autoscaling',
    edited: ['horizontalpodautoscalers'],
    seen: ['horizontalpodautoscalers/status'],
  },
  {
    group: 'serving.kserve.io',
    edited: ['inferenceservices', 'llminferenceservices', 'servingruntimes'],
    seen: ['inferenceservices/status', 'llminferenceservices/status', 'servingruntimes/status'],
  },
  {
    group: 'keda.sh',
    edited: ['scaledobjects', 'triggerauthentications'],
    seen: ['scaledobjects/status', 'triggerauthentications/status'],
  },
  {
    group: 'http.keda.sh',
    edited: ['interceptorroutes', 'httpscaledobjects'],
    seen: ['interceptorroutes/status', 'httpscaledobjects/status'],
  },
  { group: 'route.openshift.io', edited: ['routes'], seen: ['routes/status'] },
  { group: 'monitoring.coreos.com', edited: ['servicemonitors', 'podmonitors', 'prometheusrules'] },
  { group: 'metrics.k8s.io', edited: [], seen: ['pods'] },
];

/** What a cluster admin gives to those who let models sleep: their Routes beside the interceptor (docs/scale-to-zero.md). */
const modelRoutes: Rule = {
  verbs: write,
  groups: ['route.openshift.io'],
  resources: ['routes'],
  namespaces: ['openshift-keda'],
};

function viewRules(namespaces: readonly string[]): Rule[] {
  return covered.map(({ group, edited, seen = [] }) => ({
    verbs: read,
    groups: [group],
    resources: [...edited, ...seen],
    namespaces,
  }));
}

function editRules(namespaces: readonly string[]): Rule[] {
  return [
    ...viewRules(namespaces),
    ...covered.map(({ group, edited }) => ({ verbs: write, groups: [group], resources: edited, namespaces })),
    { verbs: write, groups: [''], resources: ['secrets'], namespaces },
    modelRoutes,
  ];
}

/** Somebody whom the local console can be. */
export interface SandboxUser {
  name: string;
  title: string;
  /** What the user may do, of projects where it says so. */
  rules: (namespaces: readonly string[]) => Rule[];
}

/** Numbers need the right to pods of metrics.k8s.io, which a role made by hand may lack. */
const withoutMetrics = (rules: readonly Rule[]): Rule[] =>
  rules.filter(({ groups }) => !groups.includes('metrics.k8s.io'));

/** The users of the sandbox, from all rights to none. */
export const sandboxUsers: readonly SandboxUser[] = [
  { name: 'admin', title: 'Cluster admin', rules: () => [everything] },
  { name: 'editor', title: 'Project editor', rules: (namespaces) => [own, ...editRules(namespaces)] },
  { name: 'viewer', title: 'Project viewer', rules: (namespaces) => [own, ...viewRules(namespaces)] },
  {
    name: 'no-metrics',
    title: 'Project user without metrics',
    rules: (namespaces) => [own, ...withoutMetrics(editRules(namespaces))],
  },
  { name: 'nobody', title: 'No rights', rules: () => [own] },
];

/** The rights of the sandbox's users in the given projects, and of the controllers. */
export function sandboxRules(namespaces: readonly string[]): Rules {
  return (user) => {
    if (user === controllerUser) return [everything];
    const known = sandboxUsers.find(({ name }) => name === user);
    if (known !== undefined) return known.rules(namespaces);
    const account = /^system:serviceaccount:([^:]+):inference-prometheus-auth$/.exec(user)?.[1];
    if (account === undefined) return [own];
    // The Role that odh-model-controller makes for KEDA's queries (kserve_keda_reconciler.go).
    return [
      {
        verbs: read,
        groups: ['metrics.k8s.io', ''],
        resources: ['pods'],
        namespaces: [account],
      },
    ];
  };
}

/** The groups of a user, as OpenShift gives them. */
export function groupsOf(user: string): string[] {
  const account = /^system:serviceaccount:([^:]+):/.exec(user)?.[1];
  if (account !== undefined)
    return ['system:serviceaccounts', `system:serviceaccounts:${account}`, 'system:authenticated'];
  if (user === 'system:anonymous') return ['system:unauthenticated'];
  return ['system:authenticated:oauth', 'system:authenticated'];
}

const covers = (granted: readonly string[], wanted: string): boolean =>
  granted.includes('*') || granted.includes(wanted);

/** Whether one of the rules allows it, as RBAC decides: what no rule allows is denied. */
export function authorize(rules: readonly Rule[], attributes: Attributes): boolean {
  const { verb, group, resource, subresource, namespace, name } = attributes;
  const full = subresource === undefined || subresource === '' ? resource : `${resource}/${subresource}`;
  return rules.some(
    (rule) =>
      covers(rule.verbs, verb) &&
      covers(rule.groups, group) &&
      (covers(rule.resources, full) || covers(rule.resources, `${resource}/*`)) &&
      (rule.namespaces === undefined || (namespace !== undefined && rule.namespaces.includes(namespace))) &&
      (rule.names === undefined || (name !== undefined && rule.names.includes(name))),
  );
}
