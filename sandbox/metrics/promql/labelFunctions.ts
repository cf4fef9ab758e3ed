import { goRegExp } from '../goRegExp';
import type { Labels } from '../seriesStore';
import { executionError } from './promqlError';
import type { VectorValue } from './vectors';
import { changedLabels, joinSameLabels } from './vectors';

const labelName = /^[a-zA-Z_]\w*$/;

/** label_replace(v, target, replacement, source, regex): series whose source label does not match stay as they are. */
export function labelReplace(
  vector: VectorValue,
  [target = '', replacement = '', source = '', pattern = '']: string[],
): VectorValue {
  const expression = expressionOf(pattern);
  if (!labelName.test(target)) {
    throw executionError(`invalid destination label name in label_replace(): ${target}`);
  }
  return relabelled(vector, (labels) => {
    const match = expression.exec(labels[source] ?? '');
    return match === null ? labels : changedLabels(labels, { [target]: expanded(replacement, match) });
  });
}

function expressionOf(pattern: string): RegExp {
  try {
    return goRegExp(pattern);
  } catch {
    throw executionError(`invalid regular expression in label_replace(): ${pattern}`);
  }
}

/** Go's Regexp.Expand: $1, $name, ${1}, $$; an unknown group is empty. */
function expanded(template: string, match: RegExpExecArray): string {
  return template.replace(
    /\$(?:(\$)|(\w+)|\{(\w+)\})/g,
    (_whole, dollar?: string, plain?: string, braced?: string) => {
      if (dollar !== undefined) return '$';
      const group = plain ?? braced ?? '';
      return (/^\d+$/.test(group) ? match[Number(group)] : match.groups?.[group]) ?? '';
    },
  );
}

/** label_join(v, target, separator, sources...). */
export function labelJoin(
  vector: VectorValue,
  [target = '', separator = '', ...sources]: string[],
): VectorValue {
  for (const [what, name] of [['destination', target], ...sources.map((source) => ['source', source])]) {
    if (labelName.test(name ?? '')) continue;
    throw executionError(`invalid ${what ?? ''} label name in label_join(): ${name ?? ''}`);
  }
  return relabelled(vector, (labels) =>
    changedLabels(labels, { [target]: sources.map((source) => labels[source] ?? '').join(separator) }),
  );
}

function relabelled({ series }: VectorValue, change: (labels: Labels) => Labels): VectorValue {
  const changed = series.map((one) => ({ ...one, labels: change(one.labels) }));
  return { type: 'vector', series: joinSameLabels(changed) };
}
