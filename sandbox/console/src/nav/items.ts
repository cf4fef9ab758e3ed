import type { Positioned } from './order';

/** A link in the navigation. */
export interface NavItem extends Positioned {
  name: string;
  section: string;
  href: string;
  /** The link ends with the project. */
  namespaced?: boolean;
  /** The link is to a list of a kind, "/k8s/<project>/<href>". */
  isResource?: boolean;
  startsWith?: readonly string[];
  dataAttributes?: Record<string, string>;
}

/** The sections of the console's "Core platform" perspective that have an entry here, in its order. */
export const sections: readonly { id: string; name: string }[] = [
  { id: 'home', name: 'Home' },
  { id: 'workloads', name: 'Workloads' },
  { id: 'networking', name: 'Networking' },
  { id: 'observe', name: 'Observe' },
  { id: 'compute', name: 'Compute' },
  { id: 'administration', name: 'Administration' },
];

const link = (section: string, id: string, name: string, href: string): NavItem => ({
  section,
  id,
  name,
  href,
});

const resource = (section: string, name: string, href: string): NavItem => ({
  section,
  id: href,
  name,
  href,
  isResource: true,
});

/** The console's own links, as far as they lead somewhere here. */
export const ownItems: readonly NavItem[] = [
  link('home', 'dashboards', 'Overview', '/dashboards'),
  link('home', 'projects', 'Projects', '/k8s/cluster/projects'),
  link('home', 'api-explorer', 'API Explorer', '/api-explorer'),
  resource('home', 'Events', 'events'),
  resource('workloads', 'Pods', 'pods'),
  resource('workloads', 'Deployments', 'deployments'),
  resource('workloads', 'Secrets', 'secrets'),
  resource('workloads', 'ConfigMaps', 'configmaps'),
  resource('workloads', 'HorizontalPodAutoscalers', 'horizontalpodautoscalers'),
  resource('networking', 'Services', 'services'),
  // The ids are those of OpenShift's monitoring plugin, which the plugin's own item refers to.
  link('observe', 'alerting', 'Alerting', '/monitoring/alerts'),
  link('observe', 'metrics', 'Metrics', '/monitoring/query-browser'),
  link('observe', 'dashboards', 'Dashboards', '/monitoring/dashboards'),
  link('observe', 'targets', 'Targets', '/monitoring/targets'),
  link('compute', 'nodes', 'Nodes', '/k8s/cluster/nodes'),
  link('administration', 'namespaces', 'Namespaces', '/k8s/cluster/namespaces'),
  resource('administration', 'ResourceQuotas', 'resourcequotas'),
  link(
    'administration',
    'customresourcedefinitions',
    'CustomResourceDefinitions',
    '/k8s/cluster/customresourcedefinitions',
  ),
];
