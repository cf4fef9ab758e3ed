import type { Extension } from '@openshift/dynamic-plugin-sdk';

interface ModelFlag {
  flag: string;
  model: { group: string; version: string; kind: string };
}

/** The flags of the console.flag/model extensions: set when the API serves the kind. `references` are "group~version~Kind". */
export function modelFlags(
  extensions: readonly Extension[],
  references: ReadonlySet<string>,
): Record<string, boolean> {
  return Object.fromEntries(
    extensions
      .filter(({ type }) => type === 'console.flag/model')
      .map(({ properties }) => {
        const { flag, model } = properties as unknown as ModelFlag;
        return [flag, references.has(`${model.group || 'core'}~${model.version}~${model.kind}`)];
      }),
  );
}
