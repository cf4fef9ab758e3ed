/** One field that a server has found wrong (metav1.StatusCause). */
export interface Cause {
  reason: string;
  message: string;
  field: string;
}

/** What a failure is about (metav1.StatusDetails). */
export interface Details {
  name?: string;
  group?: string;
  kind?: string;
  uid?: string;
  causes?: Partial<Cause>[];
  retryAfterSeconds?: number;
}

/** A refusal, worded as kube-apiserver words it. */
export class Failure extends Error {
  constructor(
    readonly code: number,
    readonly reason: string,
    message: string,
    readonly details?: Details,
  ) {
    super(message);
  }

  /** The metav1.Status body. */
  toStatus(): Record<string, unknown> {
    return {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      message: this.message,
      ...(this.reason === '' ? {} : { reason: this.reason }),
      ...(this.details === undefined ? {} : { details: this.details }),
      code: this.code,
    };
  }
}

/** Names a resource in messages: "scaledobjects.keda.sh", or "pods" in the core group. */
export function qualified(name: string, group: string): string {
  return group === '' ? name : `${name}.${group}`;
}

/** `name` and `group` only where there is one, as the real server leaves empty ones out. */
export function detailsOf(name: string, group: string, kind: string): Details {
  return {
    ...(name === '' ? {} : { name }),
    ...(group === '' ? {} : { group }),
    ...(kind === '' ? {} : { kind }),
  };
}

export function badRequest(message: string): Failure {
  return new Failure(400, 'BadRequest', message);
}

export function notFound(plural: string, group: string, name: string): Failure {
  return new Failure(
    404,
    'NotFound',
    `${qualified(plural, group)} "${name}" not found`,
    detailsOf(name, group, plural),
  );
}

export function alreadyExists(plural: string, group: string, name: string): Failure {
  const message = `${qualified(plural, group)} "${name}" already exists`;
  return new Failure(409, 'AlreadyExists', message, detailsOf(name, group, plural));
}

export function conflict(plural: string, group: string, name: string): Failure {
  const message = `Operation cannot be fulfilled on ${qualified(plural, group)} "${name}": the object has been modified; please apply your changes to the latest version and try again`;
  return new Failure(409, 'Conflict', message, detailsOf(name, group, plural));
}

/** A write or a deletion that names another uid or version than the object has. */
export function preconditionFailed(
  plural: string,
  group: string,
  name: string,
  field: 'UID' | 'ResourceVersion',
  wanted: string,
  actual: string,
): Failure {
  const message = `Operation cannot be fulfilled on ${qualified(plural, group)} "${name}": Precondition failed: ${field} in precondition: ${wanted}, ${field} in object meta: ${actual}`;
  return new Failure(409, 'Conflict', message, detailsOf(name, group, plural));
}

/** What a user wants to do, and may not. */
interface Refused {
  verb: string;
  group: string;
  resource: string;
  subresource?: string;
  namespace?: string;
  name?: string;
}

export function forbidden(user: string, refused: Refused): Failure {
  const { verb, group, resource, subresource, namespace, name = '' } = refused;
  const what = subresource === undefined ? resource : `${resource}/${subresource}`;
  const object = name === '' ? '' : ` "${name}"`;
  const where = namespace === undefined ? 'at the cluster scope' : `in the namespace "${namespace}"`;
  const message = `${qualified(resource, group)}${object} is forbidden: User "${user}" cannot ${verb} resource "${what}" in API group "${group}" ${where}`;
  return new Failure(403, 'Forbidden', message, detailsOf(name, group, resource));
}

export function methodNotAllowed(): Failure {
  return new Failure(
    405,
    'MethodNotAllowed',
    'the server does not allow this method on the requested resource',
    {},
  );
}

/** A patch that does not apply: the real server gives no detail. */
export function patchRejected(): Failure {
  return new Failure(422, 'Invalid', 'the server rejected our request due to an error in our request', {});
}

/** All fields that are wrong, in one answer. `kind` is the kind, or for some checks the plural. */
export function invalid(kind: string, group: string, name: string, causes: Cause[]): Failure {
  const texts = causes.map((cause) => `${cause.field}: ${cause.message}`);
  const list = texts.length === 1 ? (texts[0] ?? '') : `[${texts.join(', ')}]`;
  return new Failure(422, 'Invalid', `${qualified(kind, group)} "${name}" is invalid: ${list}`, {
    ...detailsOf(name, group, kind),
    causes,
  });
}
