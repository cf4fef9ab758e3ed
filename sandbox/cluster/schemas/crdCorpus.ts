import type { Random } from '../../engines/random';
import { createRandom } from '../../engines/random';
import { isObject } from '../fields';
import type { Schema } from '../structural';

/** An object of a custom kind, without apiVersion, kind and metadata, and what was broken in it. */
export interface Case {
  name: string;
  content: Record<string, unknown>;
}

/** A value within an object, and the way to put another one there. */
interface Site {
  path: string;
  schema: Schema;
  value: unknown;
  set(value: unknown): void;
}

const texts = ['a', '1s', '/mnt', 'http://x.y', '10B', '1Gi', '1', 'abort', 'a-b', '2026-01-01T00:00:00Z'];
const deepest = 9;

const pick = <T>(random: Random, list: readonly T[]): T | undefined =>
  list[Math.floor(random.next() * list.length)];

function textFor({ format, pattern, minLength = 0 }: Schema): string {
  if (format === 'date-time') return '2026-01-01T00:00:00Z';
  const shape = pattern === undefined ? undefined : new RegExp(pattern.replace('(?i)', ''));
  const found = texts.find((text) => text.length >= minLength && (shape?.test(text) ?? true));
  return found ?? 'a'.repeat(minLength);
}

function scalarFor(random: Random, schema: Schema): unknown {
  if (schema.enum !== undefined && schema.enum.length > 0) return pick(random, schema.enum);
  if (schema['x-kubernetes-int-or-string'] === true) return random.next() < 0.5 ? 2 : '2';
  if (schema.type === 'integer' || schema.type === 'number') return schema.minimum ?? 3;
  if (schema.type === 'boolean') return random.next() < 0.5;
  return textFor(schema);
}

/** A value that fits the schema, with the fields it must have and some of the others. */
function valueFor(random: Random, schema: Schema, depth = 0): unknown {
  const { items, properties = {}, required = [], additionalProperties } = schema;
  if (schema.type === 'array') {
    const length = Math.max(schema.minItems ?? 0, depth < deepest ? 1 : 0);
    return items === undefined ? [] : Array.from({ length }, () => valueFor(random, items, depth + 1));
  }
  if (schema.type !== 'object') return scalarFor(random, schema);
  if (typeof additionalProperties === 'object')
    return { a: valueFor(random, additionalProperties, depth + 1) };
  const optional = Object.keys(properties).filter((name) => !required.includes(name));
  const wanted = depth < deepest ? Math.max(1, 4 - depth) : 0;
  const extra = Array.from({ length: wanted }, () => pick(random, optional) ?? []).flat();
  const names = [...new Set([...required, ...extra])];
  return Object.fromEntries(
    names.flatMap((name) => {
      const child = properties[name];
      return child === undefined ? [] : [[name, valueFor(random, child, depth + 1)]];
    }),
  );
}

function sitesOf(schema: Schema, value: unknown, path: string, set: Site['set']): Site[] {
  const sites: Site[] = [{ path, schema, value, set }];
  const { items, properties = {}, additionalProperties } = schema;
  if (Array.isArray(value) && items !== undefined)
    value.forEach((item, index) => {
      sites.push(
        ...sitesOf(items, item, `${path}[${String(index)}]`, (next) => {
          value[index] = next;
        }),
      );
    });
  if (!isObject(value)) return sites;
  for (const [name, child] of Object.entries(value)) {
    const known = properties[name] ?? additionalProperties;
    if (typeof known !== 'object') continue;
    sites.push(
      ...sitesOf(known, child, `${path}.${name}`, (next) => {
        value[name] = next;
      }),
    );
  }
  return sites;
}

const another = (value: unknown): unknown => (typeof value === 'string' ? { not: 'text' } : 'not this');

/** Ways to break a value; each returns the broken one, or undefined where it does not apply. */
const breaks: Record<string, (site: Site) => unknown> = {
  'another type': ({ value }) => another(value),
  'a list': ({ value }) => (Array.isArray(value) ? {} : [value]),
  'a number as text': ({ value }) => (typeof value === 'number' ? String(value) : undefined),
  'a text as number': ({ value }) => (typeof value === 'string' ? 7 : undefined),
  'a fraction': ({ value }) => (typeof value === 'number' ? value + 0.5 : undefined),
  'a truth as text': ({ value }) => (typeof value === 'boolean' ? String(value) : undefined),
  null: () => null,
  'an unknown field': ({ value }) => (isObject(value) ? { ...value, unknownField: 1 } : undefined),
  'a field less': ({ schema, value }) => {
    const [name] = schema.required ?? [];
    if (name === undefined || !isObject(value)) return undefined;
    return Object.fromEntries(Object.entries(value).filter(([key]) => key !== name));
  },
  'none of the values': ({ schema }) => (schema.enum === undefined ? undefined : 'noneOfThese'),
  'too small': ({ schema }) => (schema.minimum === undefined ? undefined : schema.minimum - 1),
  'too large': ({ schema }) => (schema.maximum === undefined ? undefined : schema.maximum + 1),
  'too short': ({ schema }) => ((schema.minLength ?? 0) === 0 ? undefined : ''),
  'too long': ({ schema }) => (schema.maxLength === undefined ? undefined : 'a'.repeat(schema.maxLength + 1)),
  'another form': ({ schema }) =>
    schema.pattern === undefined && schema.format !== 'date-time' ? undefined : ' not, this: form ',
  'an item twice': ({ value }) =>
    Array.isArray(value) && value.length > 0 ? [...(value as unknown[]), value[0]] : undefined,
  'no items': ({ value }) => (Array.isArray(value) ? [] : undefined),
  'a null item': ({ value }) => (Array.isArray(value) ? [...(value as unknown[]), null] : undefined),
};

/** The kinds of breaks that have been used least come first, so that each is met. */
function broken(random: Random, sites: readonly Site[], used: Map<string, number>): string {
  const kinds = Object.keys(breaks).sort((a, b) => (used.get(a) ?? 0) - (used.get(b) ?? 0));
  for (const kind of kinds) {
    const fitting = sites.flatMap((site) => {
      const value = breaks[kind]?.(site);
      return value === undefined ? [] : [{ site, value }];
    });
    const chosen = pick(random, fitting);
    if (chosen === undefined) continue;
    chosen.site.set(chosen.value);
    used.set(kind, (used.get(kind) ?? 0) + 1);
    return `${kind} at ${chosen.site.path}`;
  }
  return 'whole';
}

/** A kind's schema without what all objects have, which the API server keeps apart, and without fields left out here. */
export function contentSchema(schema: Schema, ...except: string[]): Schema {
  const own = Object.entries(schema.properties ?? {}).filter(
    ([name]) => !['apiVersion', 'kind', 'metadata', ...except].includes(name),
  );
  const required = (schema.required ?? []).filter((name) => own.some(([known]) => known === name));
  return { ...schema, required, properties: Object.fromEntries(own) };
}

/** Valid objects of a schema and, two of three, broken ones; the same for the same seed. */
export function generateCases(schema: Schema, seed: string, count: number): Case[] {
  const random = createRandom(seed);
  const used = new Map<string, number>();
  return Array.from({ length: count }, (_item, index) => {
    const content = valueFor(random, schema) as Record<string, unknown>;
    if (index % 3 === 0) return { name: `${seed} ${String(index)}: whole`, content };
    const sites = Object.entries(content).flatMap(([name, value]) => {
      const child = schema.properties?.[name];
      if (child === undefined) return [];
      return sitesOf(child, value, name, (next) => {
        content[name] = next;
      });
    });
    return { name: `${seed} ${String(index)}: ${broken(random, sites, used)}`, content };
  });
}
