import { existsSync, readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { parse } from 'yaml';
import type { StoredObject } from '../definition';

/**
 * The real CustomResourceDefinitions, <group>_<plural>.yaml: data of others, which lie beside the repository where there
 * is room for them, or in $CRDS. A clone alone is judged by what was recorded of them.
 */
const folder = process.env.CRDS ?? path.join(__dirname, '../../../../shared/crds');

/** Whether the real CRDs are there; what needs them is skipped without them. */
export const crdsFound = existsSync(folder);

/** All of them; empty when they are not there. */
export const realCrds = (): StoredObject[] =>
  crdsFound ? readdirSync(folder).map((file) => read(file)) : [];

/** The CRD of a kind; throws an Error when there is none. */
export const realCrd = (group: string, plural: string): StoredObject => read(`${group}_${plural}.yaml`);

const read = (file: string): StoredObject =>
  parse(readFileSync(path.join(folder, file), 'utf8')) as StoredObject;
