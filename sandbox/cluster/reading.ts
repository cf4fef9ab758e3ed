import type { Cluster } from './cluster';
import type { Definition, StoredObject } from './definition';
import { apiVersionOf, resourceKey } from './definition';
import { forbidden } from './failure';
import { givenFields } from './fields';
import { listBody, readContinue, textOf } from './list';
import { demandListOptions } from './listOptions';
import { read } from './operations';
import type { Rules } from './rbac';
import { authorize } from './rbac';
import { projectDefinition } from './registry';
import type { ApiAnswer, ApiRequest } from './request';
import { isWatch, noSuchPath, ok } from './request';
import type { RequestInfo } from './requestInfo';
import { scaleOf } from './scale';
import { selectorOf } from './selectors';

type Presenter = (object: StoredObject) => StoredObject | undefined;

const namespaces = '/namespaces';

/** A namespace as the project that the user sees; undefined when the user may not get it. */
function projectPresenter(rules: Rules, user: string): Presenter {
  return (object) => {
    const { name } = object.metadata;
    const attributes = { verb: 'get', group: '', resource: 'namespaces', namespace: name, name };
    if (!authorize(rules(user), attributes)) return undefined;
    return { ...object, apiVersion: apiVersionOf(projectDefinition), kind: projectDefinition.kind };
  };
}

/** Answers a list or a watch; the right was asked for before. Throws Failure. */
export function answerCollection(
  { store }: Cluster,
  rules: Rules,
  request: ApiRequest,
  definition: Definition,
  namespace: string | undefined,
): ApiAnswer {
  const { query, user } = request;
  const isProjects = definition === projectDefinition;
  const present = isProjects ? projectPresenter(rules, user) : (object: StoredObject) => object;
  const resource = isProjects ? namespaces : resourceKey(definition);
  const selects = selectorOf(query, definition.kind);
  demandListOptions(query, isWatch(request));
  if (isWatch(request)) {
    const timeout = Number(query.get('timeoutSeconds') ?? '');
    const resourceVersion = query.get('resourceVersion') ?? '';
    const bookmarks = query.get('allowWatchBookmarks') === 'true';
    const asked = query.get('sendInitialEvents');
    const initialEvents = asked === null ? undefined : asked === 'true';
    const timeoutSeconds = timeout > 0 ? timeout : undefined;
    const optional = givenFields({ namespace, timeoutSeconds, initialEvents });
    return { watch: { definition, resource, selects, resourceVersion, bookmarks, present, ...optional } };
  }
  const start = readContinue(query);
  const all = store.list(resource, namespace, start?.after);
  const objects = isProjects ? all.flatMap((object) => present(object) ?? []) : all;
  const version = start?.rv ?? String(store.resourceVersion);
  return { code: 200, json: listBody(definition, objects, query, selects, version).text };
}

/** Answers the get of one object or of a subresource of it; the right was asked for before. Throws Failure. */
export function answerObject(
  cluster: Cluster,
  rules: Rules,
  { user }: ApiRequest,
  definition: Definition,
  { namespace, subresource }: RequestInfo,
  name: string,
): ApiAnswer {
  if (definition === projectDefinition) {
    const object = cluster.store.get(namespaces, undefined, name);
    const project = object === undefined ? undefined : projectPresenter(rules, user)(object);
    // The real server does not tell an absent project from one that the user may not see.
    if (project === undefined)
      throw forbidden(user, { verb: 'get', group: definition.group, resource: 'projects', name });
    return ok(project);
  }
  const { scale, statusSubresource } = definition;
  if (subresource === 'scale' && scale !== undefined)
    return ok(scaleOf(read(cluster, definition, { namespace, name }), scale));
  if (subresource !== undefined && !(subresource === 'status' && statusSubresource)) return noSuchPath;
  return { code: 200, json: textOf(read(cluster, definition, { namespace, name })) };
}
