import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { gzipSync } from 'node:zlib';
import { loadIntoShareScope } from './support/shareScope';

const dist = path.join(__dirname, '..', 'dist');
const kilobyte = 1024;

interface Manifest {
  loadScripts: string[];
  extensions: { type: string }[];
}

const manifest = (): Manifest =>
  JSON.parse(readFileSync(path.join(dist, 'plugin-manifest.json'), 'utf8')) as Manifest;
const contents = (file: string): string => readFileSync(path.join(dist, file), 'utf8');
/** Bytes on the wire: nginx serves the files that the build compressed. */
const wireSize = (file: string): number => gzipSync(contents(file), { level: 9 }).length;
const total = (files: string[]): number => files.reduce((sum, file) => sum + wireSize(file), 0);

const drawsCharts = (file: string): boolean => /victory/i.test(contents(file));

/**
 * Class names of PatternFly's components and layouts (but those of a table's cells, which the fleet's rows bear), paths of
 * its icons, and messages of react-dom.
 */
const isForeign = (file: string): boolean =>
  /(?<!--)pf-v6-[cl]-(?!table__(?:tr|td|action)\b)|svgPath:|svgPathData:|error-decoder/.test(
    contents(file),
  ) && !drawsCharts(file);

/** Extensions whose code the console loads before any of the plugin's pages opens. */
const eagerTypes = [
  'console.flag',
  'console.flag/hookProvider',
  'console.context-provider',
  'console.redux-reducer',
  'console.telemetry/listener',
];

/** The files that these modules take besides the entry, which the console has loaded before. */
async function load(page: Page, modules: string[], patternFly?: string): Promise<string[]> {
  const entry = manifest().loadScripts;
  const files = await loadIntoShareScope(page, { dist, entry, modules, patternFly });
  return files.filter((file) => !entry.includes(file));
}

/** Prints a figure that the budget below it is about. */
const print = (what: string, files: string[]): void => {
  console.log(`${what}: ${String(total(files))} bytes gz in ${String(files.length)} files`);
};

test('other pages of the console load the entry alone, at most 6 KB of it', () => {
  const { loadScripts, extensions } = manifest();
  print('entry', loadScripts);
  expect(loadScripts).toHaveLength(1);
  expect(total(loadScripts)).toBeLessThanOrEqual(6 * kilobyte);
  expect(extensions.filter(({ type }) => eagerTypes.includes(type))).toEqual([]);
});

// The console of 4.22 shares 6.4.2, those of 4.23 and 5.0 share 6.6.1.
for (const patternFly of ['6.4.2', '6.6.1']) {
  test(`the fleet page takes PatternFly ${patternFly} from the console`, async ({ page }) => {
    const files = await load(page, ['FleetPage'], patternFly);
    print('fleet page', files);
    expect(files.filter(isForeign)).toEqual([]);
    expect(files.length).toBeLessThanOrEqual(4);
    expect(total(files)).toBeLessThanOrEqual(30 * kilobyte);
  });

  test(`the model page takes PatternFly ${patternFly} from the console`, async ({ page }) => {
    const files = await load(page, ['ModelPage', 'ModelTab'], patternFly);
    print('model page before its graphs', files);
    expect(files.filter(isForeign)).toEqual([]);
    expect(total(files)).toBeLessThanOrEqual(40 * kilobyte);
    // The graphs come later, when the words are shown.
    expect(files.filter(drawsCharts)).toEqual([]);
    // The whole of the page, with what it loads later.
    const charts = readdirSync(dist).filter((file) => file.endsWith('.js') && drawsCharts(file));
    expect(charts).not.toEqual([]);
    print('charts', charts);
    expect(total([...files, ...charts])).toBeLessThanOrEqual(130 * kilobyte);
  });
}

test('a console that shares no PatternFly gets it from the plugin', async ({ page }) => {
  const files = await load(page, ['FleetPage']);
  expect(files.filter(isForeign)).toHaveLength(1);
});
