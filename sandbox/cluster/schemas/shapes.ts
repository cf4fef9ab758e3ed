import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import type { Schema } from '../structural';

/** Go regular expressions that shapes name with "~". */
const patterns: Record<string, string> = {
  label: '^[a-z]([-a-z0-9]*[a-z0-9])?$',
  absolutePath: '^/.*',
  byteSize: '(^0|([0-9]*[.])?[0-9]+((K|M|G|T|E|P)i?)?B)$',
  duration: '^(0|(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$',
  proxyUrl: '^(http|https|socks5)://.+$',
  httpUrl: '^(http|https)://.+$',
  partialResponse: '^(?i)(abort|warn)?$',
  host: '^([a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9\\-]{0,61}[a-zA-Z0-9])(\\.([a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9\\-]{0,61}[a-zA-Z0-9]))*$',
  headerName: "^[-!#$%&'*+.0-9A-Z^_`a-z|~]+$",
  reason: '^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$',
  conditionType:
    '^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])$',
};

const plain: Record<string, Schema> = {
  string: { type: 'string' },
  boolean: { type: 'boolean' },
  integer: { type: 'integer' },
  int32: { type: 'integer', format: 'int32' },
  int64: { type: 'integer', format: 'int64' },
  time: { type: 'string', format: 'date-time' },
  object: { type: 'object' },
  open: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
  intOrString: { 'x-kubernetes-int-or-string': true },
  // resource.Quantity, with the pattern that controller-gen gives it.
  quantity: {
    'x-kubernetes-int-or-string': true,
    pattern:
      '^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$',
  },
};

const bounds: Record<string, keyof Schema> = {
  '>=': 'minimum',
  '<=': 'maximum',
  'len>=': 'minLength',
  'len<=': 'maxLength',
  'items>=': 'minItems',
  'items<=': 'maxItems',
};

/** "[Env]key(name)": the type within brackets or a name, what it is bound by, and its default as JSON. */
const typeShape =
  /^(?:\[(?<items>.+)\]|\{(?<values>.+)\}|(?<name>\w+))(?<limits>[^\]}]*?)(?:(?<![<>])=(?<value>"[^"]*"|true|false|\d+))?$/;
const limitShape = /\(([^)]*)\)|((?:len|items)?[<>]=)(\d+)|~(\w+)|key\(([^)]*)\)|(set)/g;

/** What stands behind a type: the values it may have, its bounds, its pattern, and what its items are told apart by. */
function limitsOf(text: string): Schema {
  const limits: Schema = {};
  for (const [whole, values, bound, number, pattern, keys, set] of text.matchAll(limitShape)) {
    if (keys !== undefined) {
      limits['x-kubernetes-list-type'] = 'map';
      limits['x-kubernetes-list-map-keys'] = keys.split(',');
    } else if (values !== undefined) limits.enum = values.split('|');
    else if (bound !== undefined) Object.assign(limits, { [bounds[bound] ?? whole]: Number(number) });
    else if (pattern !== undefined) Object.assign(limits, { pattern: patterns[pattern] });
    else if (set !== undefined) limits['x-kubernetes-list-type'] = 'set';
  }
  return limits;
}

/**
 * Schemas of objects by name, from the files beside this one. A line names an object and its fields with their types:
 * "!" after a field demands it, "[Env]" is a list, "{string}" a map, "..." stands for any other field.
 */
class Shapes {
  private readonly lines: ReadonlyMap<string, string>;
  private readonly known = new Map<string, Schema>();

  constructor(texts: readonly string[]) {
    const entries = texts.flatMap((text) =>
      text
        .replace(/\n {2}/g, ' ')
        .split('\n')
        .filter((line) => line !== '' && !line.startsWith('#'))
        .map((line): [string, string] => {
          const colon = line.indexOf(': ');
          return [line.slice(0, colon), line.slice(colon + 2)];
        }),
    );
    this.lines = new Map(entries);
  }

  /** The schema of an object; the same for the same name. Throws an Error for a name that no file has. */
  of(name: string): Schema {
    const known = this.known.get(name);
    if (known !== undefined) return known;
    const line = this.lines.get(name);
    if (line === undefined) throw new Error(`There is no shape ${name}.`);
    const schema: Schema = { type: 'object', properties: {} };
    this.known.set(name, schema);
    const required: string[] = [];
    for (const field of line.split(', ')) {
      if (field === '...') schema['x-kubernetes-preserve-unknown-fields'] = true;
      else this.readField(field, schema.properties ?? {}, required);
    }
    if (required.length > 0) schema.required = required;
    return schema;
  }

  private readField(field: string, properties: Record<string, Schema>, required: string[]): void {
    const space = field.indexOf(' ');
    const name = field.slice(0, space).replace('!', '');
    if (field[space - 1] === '!') required.push(name);
    properties[name] = this.typeOf(field.slice(space + 1));
  }

  private typeOf(text: string): Schema {
    const parts = typeShape.exec(text)?.groups;
    if (parts === undefined) throw new Error(`${text} is not a type.`);
    const { items, values, name = '', limits = '', value } = parts;
    const base = this.baseOf(name, items, values);
    if (limits === '' && value === undefined) return base;
    const byDefault = value === undefined ? {} : { default: JSON.parse(value) as unknown };
    return { ...base, ...limitsOf(limits), ...byDefault };
  }

  private baseOf(name: string, items: string | undefined, values: string | undefined): Schema {
    if (items !== undefined) return { type: 'array', items: this.typeOf(items) };
    if (values !== undefined) return { type: 'object', additionalProperties: this.typeOf(values) };
    return plain[name] ?? this.of(name);
  }
}

const folder = path.join(__dirname, 'shapes');
const files = ['kubernetes', 'kserve', 'keda', 'monitoring', 'openshift'];

/** The shapes of the kinds that the sandbox's CustomResourceDefinitions define. */
export const shapes = new Shapes(
  files.map((file) => readFileSync(path.join(folder, `${file}.shapes`), 'utf8')),
);
