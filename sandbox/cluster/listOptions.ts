import type { Cause } from './failure';
import { invalid } from './failure';

const matches = ['Exact', 'NotOlderThan'];

const forbidden = (field: string, why: string): Cause => ({
  reason: 'FieldValueForbidden',
  message: `Forbidden: ${why}`,
  field,
});

function unsupported(match: string): Cause {
  const supported = [...matches, ''].map((one) => JSON.stringify(one)).join(', ');
  const message = `Unsupported value: ${JSON.stringify(match)}: supported values: ${supported}`;
  return { reason: 'FieldValueNotSupported', message, field: 'resourceVersionMatch' };
}

function watchCauses(match: string, initial: string | null): Cause[] {
  const field = 'resourceVersionMatch';
  if (initial === null) {
    if (match === '') return [];
    return [
      forbidden(field, 'resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided'),
    ];
  }
  if (match === 'NotOlderThan') return [];
  const causes = [
    forbidden(field, 'sendInitialEvents requires setting resourceVersionMatch to NotOlderThan'),
  ];
  return match === '' || matches.includes(match) ? causes : [...causes, unsupported(match)];
}

function listCauses(query: URLSearchParams, match: string): Cause[] {
  const causes: Cause[] = [];
  const version = query.get('resourceVersion') ?? '';
  const field = 'resourceVersionMatch';
  if (query.get('sendInitialEvents') !== null)
    causes.push(forbidden('sendInitialEvents', 'sendInitialEvents is forbidden for list'));
  if (match === '') return causes;
  if (version === '')
    causes.push(forbidden(field, 'resourceVersionMatch is forbidden unless resourceVersion is provided'));
  if ((query.get('continue') ?? '') !== '')
    causes.push(forbidden(field, 'resourceVersionMatch is forbidden when continue is provided'));
  if (!matches.includes(match)) causes.push(unsupported(match));
  if (match === 'Exact' && version === '0')
    causes.push(forbidden(field, 'resourceVersionMatch "exact" is forbidden for resourceVersion "0"'));
  return causes;
}

/**
 * Throws the 422 Failure for options of a list or a watch that do not go together (apimachinery
 * internalversion/validation).
 */
export function demandListOptions(query: URLSearchParams, isWatch: boolean): void {
  const match = query.get('resourceVersionMatch') ?? '';
  const causes = isWatch ? watchCauses(match, query.get('sendInitialEvents')) : listCauses(query, match);
  if (causes.length > 0) throw invalid('ListOptions', 'meta.k8s.io', '', causes);
}
