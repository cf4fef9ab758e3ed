import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import type { Definition } from '../definition';
import { apiVersionOf } from '../definition';
import { isObject } from '../fields';
import { childField } from '../structural';
import { newerFields } from './newerFields';

/** What is within a field: the file of its type, undefined where anything may be; through a map, where it is one. */
interface Field {
  file?: string;
  isMap: boolean;
}

type Fields = ReadonlyMap<string, Field>;

const importLine = /import (?:type )?\{ (\w+) \} from "([^"]+)";/g;
const interfaceShape = /^export interface (\w+)[^{]*\{\n([\s\S]*?)^\}/m;
const fieldLine = /^ {4}"([^"]+)"\??: (.*)(?:\n {8}\[key: string\]: (.*))?/gm;

/** The file that declares what another file imports. */
function importedFile(from: string, name: string): string {
  if (name.startsWith('.')) return path.resolve(path.dirname(from), `${name}.d.ts`);
  return require.resolve(name).replace(/\.js$/, '.d.ts');
}

/** The fields of a type of the package kubernetes-models, as its declaration lists them; none for one that is open. */
function readFields(file: string): Fields | undefined {
  const text = readFileSync(file, 'utf8');
  const [, own = '', body = ''] = interfaceShape.exec(text) ?? [];
  const imports = new Map([...text.matchAll(importLine)].map(([, type = '', from = '']) => [type, from]));
  const fileOf = (type: string): { file?: string } => {
    const [name = ''] = /\bI\w+/.exec(type) ?? [];
    const from = imports.get(name);
    if (from !== undefined) return { file: importedFile(file, from) };
    return name === own ? { file } : {};
  };
  const fields = new Map<string, Field>();
  for (const [, name = '', type = '', values] of body.matchAll(fieldLine))
    fields.set(name, { ...fileOf(values ?? type), isMap: values !== undefined });
  if (fields.size === 0) return undefined;
  for (const name of newerFields[own] ?? []) fields.set(name, { isMap: false });
  return fields;
}

const known = new Map<string, Fields | undefined>();

function fieldsOf(file: string): Fields | undefined {
  if (!known.has(file)) known.set(file, readFields(file));
  return known.get(file);
}

/** A copy without the fields that its type does not know; their paths are added to `unknown`. */
function keptOf(file: string | undefined, value: unknown, unknown: string[], field: string): unknown {
  if (Array.isArray(value))
    return value.map((item, index) => keptOf(file, item, unknown, `${field}[${String(index)}]`));
  const fields = file === undefined ? undefined : fieldsOf(file);
  if (fields === undefined || !isObject(value)) return value;
  const kept: Record<string, unknown> = {};
  for (const [name, child] of Object.entries(value)) {
    const found = fields.get(name);
    const path = childField(field, name);
    if (found === undefined) unknown.push(path);
    else if (found.isMap && isObject(child)) kept[name] = valuesOf(found, child, unknown, path);
    else kept[name] = keptOf(found.file, child, unknown, path);
  }
  return kept;
}

function valuesOf(
  { file }: Field,
  map: Record<string, unknown>,
  unknown: string[],
  field: string,
): Record<string, unknown> {
  const entries = Object.entries(map);
  return Object.fromEntries(
    entries.map(([key, value]) => [key, keptOf(file, value, unknown, childField(field, key))]),
  );
}

const declarations = new Map<string, string>();

function declarationOf(definition: Definition): string {
  const name = `kubernetes-models/${apiVersionOf(definition)}/${definition.kind}`;
  const found = declarations.get(name) ?? importedFile('', name);
  declarations.set(name, found);
  return found;
}

/**
 * A copy of an object of a built-in kind without the fields that Kubernetes does not know; their paths are added to
 * `unknown`. Types are read from the package when an object first has them.
 */
export function withKnownFields<T extends object>(definition: Definition, object: T, unknown: string[]): T {
  return keptOf(declarationOf(definition), object, unknown, '') as T;
}
