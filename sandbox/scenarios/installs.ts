import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { parseAllDocuments } from 'yaml';
import type { Kind } from '../../src/resources/kinds';
import type { KubernetesObject } from '../../src/resources/object';

/** An object of a rendered chart, and where it goes. */
export interface InstallObject {
  kind: Kind;
  object: KubernetesObject;
}

/** The kinds of the charts take an "s" for their plural. */
function kindOf({ apiVersion, kind }: KubernetesObject): Kind {
  const [version = '', group = ''] = apiVersion.split('/').reverse();
  return { group, version, kind, plural: `${kind.toLowerCase()}s` };
}

/** The objects that Helm made of a chart, in its order; a spec of the chart keeps the files true. */
export function installObjects(manifest: string): InstallObject[] {
  const text = readFileSync(path.join(__dirname, 'rendered', `${manifest}.yaml`), 'utf8');
  return parseAllDocuments(text).map((document) => {
    const object = document.toJS() as KubernetesObject;
    return { kind: kindOf(object), object };
  });
}
