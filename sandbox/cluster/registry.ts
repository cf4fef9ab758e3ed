import { builtins } from './builtins';
import { definitionsOf } from './crds';
import type { Definition, StoredObject } from './definition';
import type { Cluster } from './cluster';
import { withoutFields } from './fields';
import { takeAway } from './garbage';
import { reviewDefinitions } from './reviews';

/** OpenShift's view of namespaces: those that the user may see. */
export const projectDefinition: Definition = {
  group: 'project.openshift.io',
  version: 'v1',
  kind: 'Project',
  plural: 'projects',
  namespaced: false,
  custom: false,
  statusSubresource: false,
  verbs: ['get', 'list', 'watch'],
  generation: false,
};

const withAllVerbs = (definition: Definition): Definition => withoutFields(definition, 'verbs');

const crdResource = 'apiextensions.k8s.io/customresourcedefinitions';

const pathKey = (group: string, version: string, plural: string): string => `${group}/${version}/${plural}`;

/** What the server serves now: the built-in kinds and those of the stored CustomResourceDefinitions. */
export class Registry {
  private definitions: readonly Definition[] = [];
  private byPath = new Map<string, Definition>();

  /** `writableRoles`: the kinds of RBAC take writes like every other kind. */
  constructor(
    private readonly cluster: Cluster,
    private readonly writableRoles = false,
  ) {
    this.refresh();
    cluster.store.onChange((change) => {
      if (change.resource !== crdResource) return;
      this.refresh();
      if (change.type === 'DELETED') removeObjectsOf(cluster, change.object);
    });
  }

  /** For discovery; reviews are among them, but the registry does not find those: they are not stored. */
  all(): readonly Definition[] {
    return [...this.definitions, ...reviewDefinitions];
  }

  find(group: string, version: string, plural: string): Definition | undefined {
    return this.byPath.get(pathKey(group, version, plural));
  }

  private refresh(): void {
    const custom = this.cluster.store.list(crdResource).flatMap(definitionsOf);
    const own = this.writableRoles ? builtins.map(withAllVerbs) : builtins;
    this.definitions = [...own, projectDefinition, ...custom];
    this.byPath = new Map(this.definitions.map((one) => [pathKey(one.group, one.version, one.plural), one]));
  }
}

function removeObjectsOf(cluster: Cluster, crd: StoredObject): void {
  for (const { group, plural } of definitionsOf(crd)) {
    const resource = `${group}/${plural}`;
    for (const object of cluster.store.list(resource)) takeAway(cluster, resource, object);
  }
}
