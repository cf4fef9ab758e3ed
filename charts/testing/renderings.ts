import { existsSync, readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { parse } from 'yaml';
import { chartPath } from './helm';

/** A chart with values under which it is judged; none are its defaults. */
export interface Rendering {
  chart: string;
  values: readonly string[];
}

/** The charts: every folder beside this one with a Chart.yaml. */
export const charts: readonly string[] = readdirSync(path.join(__dirname, '..')).filter((folder) =>
  existsSync(path.join(chartPath(folder), 'Chart.yaml')),
);

const valuesIn = (chart: string, folder: string): string[] => {
  const full = path.join(chartPath(chart), folder);
  return existsSync(full) ? readdirSync(full).map((file) => `${folder}/${file}`) : [];
};

/**
 * Each chart with each file in its values/ and ci/. As with Helm's chart-testing, a chart with files in ci/ is not judged
 * with its defaults: they lack what nobody can guess.
 */
export const renderings: readonly Rendering[] = charts.flatMap((chart) => {
  const files = [...valuesIn(chart, 'values'), ...valuesIn(chart, 'ci')];
  const usable = valuesIn(chart, 'ci').length === 0 ? [{ chart, values: [] }] : [];
  return [...usable, ...files.map((file) => ({ chart, values: [file] }))];
});

/** The text of a file of a chart. */
export const fileIn = (chart: string, file: string): string =>
  readFileSync(path.join(chartPath(chart), file), 'utf8');

/** Paths of the values of a chart ("image.tag"); a list, and a map that a user fills, is one value. */
export function valuePaths(chart: string): string[] {
  const paths = (value: unknown, prefix: string): string[] =>
    typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0
      ? Object.entries(value).flatMap(([name, child]) =>
          paths(child, prefix === '' ? name : `${prefix}.${name}`),
        )
      : [prefix];
  return paths(parse(fileIn(chart, 'values.yaml')), '');
}
