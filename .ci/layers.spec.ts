import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import * as path from 'node:path';

const root = path.join(__dirname, '..');

/** Lints each planted text as if it stood at its path, with the real configuration, in one process. */
function rulesBrokenBy(plants: { file: string; text: string }[]): string[][] {
  const script = `
    import { ESLint } from 'eslint';
    const eslint = new ESLint({ cwd: ${JSON.stringify(root)} });
    const found = [];
    for (const { file, text } of ${JSON.stringify(plants)}) {
      const [result] = await eslint.lintText(text, { filePath: file });
      found.push(result.messages.map((message) => message.ruleId ?? message.message));
    }
    console.log(JSON.stringify(found));`;
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: root,
    encoding: 'utf8',
  });
  return JSON.parse(output) as string[][];
}

const plants: [what: string, file: string, text: string, rule: string | undefined][] = [
  [
    'the simulator importing resources',
    'src/simulator/planted.ts',
    "import { podKind } from '../resources/kinds';\nexport const planted = podKind;\n",
    'import-x/no-restricted-paths',
  ],
  [
    'a pure folder importing React',
    'src/resources/planted.ts',
    "import { useState } from 'react';\nexport const planted = useState;\n",
    'no-restricted-imports',
  ],
  [
    'a pure folder reading the clock',
    'src/simulator/planted.ts',
    'export const planted = Date.now();\n',
    'no-restricted-properties',
  ],
  [
    'a pure folder rolling dice',
    'src/resources/planted.ts',
    'export const planted = Math.random();\n',
    'no-restricted-properties',
  ],
  [
    'a pure folder touching the window',
    'src/resources/planted.ts',
    'export const planted = window.location.href;\n',
    'no-restricted-globals',
  ],
  [
    'src importing the sandbox',
    'src/data/planted.ts',
    "import { createClock } from '../../sandbox/clock';\nexport const planted = createClock;\n",
    'import-x/no-restricted-paths',
  ],
  [
    'a component talking to the cluster',
    'src/components/planted.ts',
    "import { k8sPatch } from '@openshift-console/dynamic-plugin-sdk';\nexport const planted = k8sPatch;\n",
    'no-restricted-imports',
  ],
  [
    'charts outside src/graphs',
    'src/components/planted.ts',
    "import { Chart } from '@patternfly/react-charts/victory';\nexport const planted = Chart;\n",
    'no-restricted-imports',
  ],
  [
    'data importing resources, which it may',
    'src/data/planted.ts',
    "import { podKind } from '../resources/kinds';\n\nexport const planted = podKind;\n",
    undefined,
  ],
];

describe('the layers of src', () => {
  const found = rulesBrokenBy(plants.map(([, file, text]) => ({ file, text })));

  it.each(plants.map(([what, , , rule], index) => ({ what, rule, rules: found[index] ?? [] })))(
    'lint sees: $what',
    ({ rule, rules }) => {
      expect(rule === undefined ? rules : rules.filter((broken) => broken === rule)).toEqual(
        rule === undefined ? [] : [rule],
      );
    },
  );
});

describe('the list of layers', () => {
  const layers = JSON.parse(
    execFileSync(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        "import * as layers from './eslint.layers.mjs'; console.log(JSON.stringify(layers));",
      ],
      { cwd: root, encoding: 'utf8' },
    ),
  ) as { srcFolders: string[]; pureFolders: string[]; pages: string[] };
  const foldersOf = (folder: string): string[] =>
    readdirSync(path.join(root, folder), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .sort();

  it('names the folders of src, each of them and no other', () => {
    expect([...layers.srcFolders].sort()).toEqual(foldersOf('src'));
  });

  it('names the folders of src/pages', () => {
    expect([...layers.pages].sort()).toEqual(foldersOf('src/pages'));
  });

  it('calls none pure that is not there', () => {
    expect(layers.srcFolders).toEqual(expect.arrayContaining(layers.pureFolders));
  });
});
