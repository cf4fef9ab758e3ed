import type { Definition } from './definition';
import { apiVersionOf } from './definition';
import { forbidden } from './failure';
import type { Attributes, Rules } from './rbac';
import { authorize, groupsOf } from './rbac';
import type { ApiAnswer, ApiRequest } from './request';
import { jsonBody, ok } from './request';

interface ReviewBody {
  apiVersion?: string;
  kind?: string;
  metadata?: Record<string, unknown>;
  spec?: {
    user?: string;
    groups?: string[];
    resourceAttributes?: Partial<Attributes>;
    nonResourceAttributes?: { path?: string; verb?: string };
    namespace?: string;
    token?: string;
  };
}

type Answerer = (rules: Rules, user: string, review: ReviewBody) => Record<string, unknown>;

/** Kinds that are asked, not stored. */
interface Review {
  definition: Definition;
  /** Whether everybody may ask, as about oneself. */
  self: boolean;
  status: Answerer;
}

function review(group: string, kind: string, self: boolean, status: Answerer): Review {
  const definition: Definition = {
    group,
    version: 'v1',
    kind,
    plural: `${kind.toLowerCase()}s`,
    namespaced: false,
    custom: false,
    statusSubresource: false,
    generation: false,
    verbs: ['create'],
  };
  return { definition, self, status };
}

const authorization = 'authorization.k8s.io';
const authentication = 'authentication.k8s.io';
const userInfo = (user: string): Record<string, unknown> => ({ username: user, groups: groupsOf(user) });

const reviews: readonly Review[] = [
  review(authorization, 'SelfSubjectAccessReview', true, (rules, user, { spec }) =>
    access(rules, user, spec),
  ),
  review(authorization, 'SubjectAccessReview', false, (rules, _user, { spec }) =>
    access(rules, spec?.user ?? '', spec),
  ),
  review(authorization, 'SelfSubjectRulesReview', true, (rules, user, { spec }) => ({
    resourceRules: rules(user)
      .filter(({ namespaces }) => namespaces === undefined || namespaces.includes(spec?.namespace ?? ''))
      .map(({ verbs, groups, resources, names }) => ({
        verbs,
        apiGroups: groups,
        resources,
        ...(names === undefined ? {} : { resourceNames: names }),
      })),
    nonResourceRules: [],
    incomplete: false,
  })),
  review(authentication, 'SelfSubjectReview', true, (_rules, user) => ({ userInfo: userInfo(user) })),
  review(authentication, 'TokenReview', false, (_rules, _user, { spec }) =>
    spec?.token === undefined || spec.token === ''
      ? { user: {}, error: '[invalid bearer token]' }
      : { authenticated: true, user: userInfo(spec.token) },
  ),
];

/** The kinds of reviews, for discovery. */
export const reviewDefinitions: readonly Definition[] = reviews.map(({ definition }) => definition);

/**
 * Answers the POST of a review, as the real server does: the body again, with a status. Undefined for another path.
 * Throws Failure for a body that is no JSON, and for a review of others by a user without that right.
 */
export function answerReview(rules: Rules, request: ApiRequest): ApiAnswer | undefined {
  const { user, path, method } = request;
  const found = reviews.find(
    ({ definition }) => path === `/apis/${apiVersionOf(definition)}/${definition.plural}`,
  );
  if (found === undefined || method !== 'POST') return undefined;
  const { kind, group, plural } = found.definition;
  const attributes: Attributes = { verb: 'create', group, resource: plural };
  if (!found.self && !authorize(rules(user), attributes)) throw forbidden(user, attributes);
  const body = (jsonBody(request, kind) ?? {}) as ReviewBody;
  const { metadata = {}, spec } = body;
  const apiVersion = apiVersionOf(found.definition);
  const status = found.status(rules, user, body);
  return ok({ kind, apiVersion, metadata, ...(spec === undefined ? {} : { spec }), status }, 201);
}

function access(rules: Rules, subject: string, spec: ReviewBody['spec']): Record<string, unknown> {
  const attributes = spec?.resourceAttributes;
  if (attributes !== undefined) return { allowed: authorize(rules(subject), cleaned(attributes)) };
  return { allowed: spec?.nonResourceAttributes !== undefined };
}

/** Empty strings mean "not given"; an empty verb or resource is allowed only to those who may do all. */
function cleaned({ verb, group, resource, subresource, namespace, name }: Partial<Attributes>): Attributes {
  const given = Object.entries({ subresource, namespace, name }).filter(
    ([, value]) => value !== undefined && value !== '',
  );
  return { verb: verb ?? '', group: group ?? '', resource: resource ?? '', ...Object.fromEntries(given) };
}
