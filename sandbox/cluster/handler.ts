import type { Cluster } from './cluster';
import type { Definition } from './definition';
import { discovery } from './discovery';
import { badRequest, Failure, forbidden, methodNotAllowed } from './failure';
import { givenFields } from './fields';
import type { Attributes, Rules } from './rbac';
import { authorize, controllerUser, groupsOf } from './rbac';
import { answerCollection, answerObject } from './reading';
import type { Registry } from './registry';
import type { ApiAnswer, ApiRequest } from './request';
import { isWatch, noSuchPath, ok } from './request';
import type { RequestInfo } from './requestInfo';
import { parsePath, verbOf } from './requestInfo';
import { answerReview } from './reviews';
import { answerWrite } from './writing';

const healthPaths = new Set(['/healthz', '/readyz', '/livez']);
const version = { major: '1', minor: '36', gitVersion: 'v1.36.2', platform: 'sandbox' };

/** Answers API requests; pure HTTP semantics, without the wire. */
export class Handler {
  constructor(
    private readonly cluster: Cluster,
    private readonly registry: Registry,
    private readonly rules: Rules,
  ) {}

  /** The answer, a refusal included. */
  async answer(request: ApiRequest): Promise<ApiAnswer> {
    try {
      return this.withoutResource(request) ?? (await this.resource(request));
    } catch (error) {
      if (error instanceof Failure) return ok(error.toStatus(), error.code);
      throw error;
    }
  }

  /** Answers what is about the server or the user; undefined for other paths. */
  private withoutResource(request: ApiRequest): ApiAnswer | undefined {
    const { path, method, user } = request;
    const review = answerReview(this.rules, request);
    if (review !== undefined || method !== 'GET') return review;
    if (healthPaths.has(path)) return { code: 200, text: 'ok' };
    if (path === '/version') return ok(version);
    if (path === '/apis/user.openshift.io/v1/users/~')
      return ok({
        kind: 'User',
        apiVersion: 'user.openshift.io/v1',
        metadata: { name: user },
        identities: [],
        groups: groupsOf(user),
      });
    const found = discovery(path, this.registry.all());
    return found === undefined ? undefined : ok(found);
  }

  private async resource(request: ApiRequest): Promise<ApiAnswer> {
    const info = readPath(request.path);
    const definition =
      info === undefined ? undefined : this.registry.find(info.group, info.version, info.plural);
    if (info === undefined || definition === undefined || !isInScope(definition, info)) return noSuchPath;
    const { method } = request;
    const verb = verbOf(method, info, isWatch(request));
    this.demandRight(request.user, info, verb);
    demandVerb(definition, verb, request.user);
    if (method !== 'GET') return answerWrite(this.cluster, request, definition, info);
    const { namespace, name } = info;
    if (name === undefined) return answerCollection(this.cluster, this.rules, request, definition, namespace);
    return answerObject(this.cluster, this.rules, request, definition, info, name);
  }

  private demandRight(user: string, info: RequestInfo, verb: string): void {
    const { group, plural, subresource, namespace, name } = info;
    // Reading a namespace is a right within that namespace.
    const scope = plural === 'namespaces' && name !== undefined ? { namespace: name } : {};
    const asked: Attributes = {
      verb,
      group,
      resource: plural,
      ...(givenFields({ subresource, namespace, name }) as Partial<Attributes>),
      ...scope,
    };
    if (!authorize(this.rules(user), asked)) throw forbidden(user, asked);
  }
}

/** Throws 405 for a verb that discovery does not tell, as for a resource without that storage; controllers may write it. */
function demandVerb({ verbs }: Definition, verb: string, user: string): void {
  if (verbs !== undefined && !verbs.includes(verb) && user !== controllerUser) throw methodNotAllowed();
}

function readPath(path: string): RequestInfo | undefined {
  try {
    return parsePath(path);
  } catch {
    throw badRequest(`the path ${path} cannot be decoded`);
  }
}

/** Objects of a cluster-scoped kind are not within namespaces; a single one of a namespaced kind is. */
function isInScope({ namespaced }: Definition, { namespace, name }: RequestInfo): boolean {
  return namespaced ? namespace !== undefined || name === undefined : namespace === undefined;
}
