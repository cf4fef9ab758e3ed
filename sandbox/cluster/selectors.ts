import type { StoredObject } from './definition';
import { badRequest } from './failure';
import { valueAt } from './fields';

/** True for the objects that a selector selects. */
export type Matcher = (object: StoredObject) => boolean;

const all: Matcher = () => true;

/** Splits at commas outside parentheses. */
function requirements(text: string): string[] {
  return text.match(/(?:[^,(]|\([^)]*\)?)+/g) ?? [];
}

function requirement(text: string): Matcher {
  const trimmed = text.trim();
  const set = /^(\S+)\s+(in|notin)\s+(.*)$/.exec(trimmed);
  if (set !== null) return setRequirement(set[1] ?? '', set[2] ?? '', set[3] ?? '');
  const equality = /^([^!=\s]+)\s*(==|=|!=)\s*(.*)$/.exec(trimmed);
  if (equality !== null) {
    const [, key = '', operator, value = ''] = equality;
    if (operator === '!=') return (object) => object.metadata.labels?.[key] !== value.trim();
    return (object) => object.metadata.labels?.[key] === value.trim();
  }
  if (trimmed.startsWith('!')) {
    const key = trimmed.slice(1).trim();
    return (object) => object.metadata.labels?.[key] === undefined;
  }
  const stray = /^(\S+)\s+(\S+)/.exec(trimmed);
  if (stray !== null) {
    throw badRequest(
      `unable to parse requirement: found '${stray[2] ?? ''}', expected: in, notin, =, ==, !=, gt, lt`,
    );
  }
  return (object) => object.metadata.labels?.[trimmed] !== undefined;
}

function setRequirement(key: string, operator: string, list: string): Matcher {
  const values = /^\(([^)]*)\)$/.exec(list.trim());
  if (values === null) {
    throw badRequest(
      `unable to parse requirement: found '${/^\w+/.exec(list.trim())?.[0] ?? ''}' expected: '('`,
    );
  }
  const wanted = new Set((values[1] ?? '').split(',').map((value) => value.trim()));
  const has: Matcher = (object) => {
    const value = object.metadata.labels?.[key];
    return value !== undefined && wanted.has(value);
  };
  return operator === 'in' ? has : (object) => !has(object);
}

/** Reads a labelSelector; throws the 400 Failure of the real server when it cannot be read. */
function labelMatcher(selector: string | null): Matcher {
  if (selector === null || selector.trim() === '') return all;
  const matchers = requirements(selector).map(requirement);
  return (object) => matchers.every((matches) => matches(object));
}

/** Fields that built-in kinds can be selected by, beyond name and namespace. */
const selectableFields: Record<string, readonly string[]> = {
  Pod: [
    'spec.nodeName',
    'spec.restartPolicy',
    'spec.schedulerName',
    'spec.serviceAccountName',
    'status.nominatedNodeName',
    'status.phase',
    'status.podIP',
  ],
  Secret: ['type'],
  Event: [
    'involvedObject.apiVersion',
    'involvedObject.fieldPath',
    'involvedObject.resourceVersion',
    'reportingComponent',
    'source',
    'involvedObject.kind',
    'involvedObject.name',
    'involvedObject.namespace',
    'involvedObject.uid',
    'reason',
    'type',
  ],
  Namespace: ['status.phase'],
  Node: ['spec.unschedulable'],
};

function fieldValue(object: StoredObject, path: string): string {
  const value = valueAt(object, path);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}

/** Reads a fieldSelector of `kind`; throws the 400 Failure of the real server for a field that cannot be selected by. */
function fieldMatcher(selector: string | null, kind: string): Matcher {
  if (selector === null || selector.trim() === '') return all;
  const known = ['metadata.name', 'metadata.namespace', ...(selectableFields[kind] ?? [])];
  const matchers = selector.split(',').map((part): Matcher => {
    const match = /^([^!=]+)(==|=|!=)(.*)$/.exec(part.trim());
    if (match === null) throw badRequest(`invalid selector: '${selector}'; can't understand '${part}'`);
    const [, field = '', operator, value = ''] = match;
    if (!known.includes(field)) throw badRequest(`field label not supported: ${field}`);
    const equal: Matcher = (object) => fieldValue(object, field) === value;
    return operator === '!=' ? (object) => !equal(object) : equal;
  });
  return (object) => matchers.every((matches) => matches(object));
}

/** Both selectors of a request in one; undefined when it has none. Throws the 400 Failure of the real server. */
export function selectorOf(query: URLSearchParams, kind: string): Matcher | undefined {
  const matchesLabels = labelMatcher(query.get('labelSelector'));
  const matchesFields = fieldMatcher(query.get('fieldSelector'), kind);
  if (matchesLabels === all && matchesFields === all) return undefined;
  return (object) => matchesLabels(object) && matchesFields(object);
}
