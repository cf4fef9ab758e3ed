import { spawnSync } from 'node:child_process';
import * as path from 'node:path';
import { parse } from 'yaml';
import { fieldErrors, isBuiltin, valueErrors } from './builtinSchemas';
import { crdsFound } from '../../sandbox/cluster/schemas/realCrds';
import { crdErrors, sandboxCrdErrors } from './crdSchemas';
import type { Rendered } from './helm';
import { binary, chartPath, helmRuns, kubernetes, render } from './helm';
import { charts, fileIn, renderings, valuePaths } from './renderings';

jest.setTimeout(60_000);

const named = renderings.map((rendering) => ({
  ...rendering,
  title: `${rendering.chart} ${rendering.values.join(' ')}`.trim(),
}));

interface ChartFile {
  version: string;
  appVersion: string;
  description: string;
}

/** Values in the first column of the README's table: `a.b`, and `.c` after it for `a.c`. */
function explainedValues(readme: string): Set<string> {
  const rows = readme.split('\n').filter((line) => line.startsWith('| `'));
  return new Set(
    rows.flatMap((row) => {
      const [, cell = ''] = row.split('|');
      const names = [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
      const group = (names[0] ?? '').split('.').slice(0, -1).join('.');
      return names.map((name) => (name.startsWith('.') ? `${group}${name}` : name));
    }),
  );
}

/** A row may stand for a whole group. */
const isExplained = (name: string, explained: Set<string>): boolean =>
  name.split('.').some((_part, index, parts) => explained.has(parts.slice(0, index + 1).join('.')));

describe.each(charts)('%s', (chart) => {
  it('says its version, what it is of, and what it is for', () => {
    const { version, appVersion, description } = parse(fileIn(chart, 'Chart.yaml')) as ChartFile;
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(appVersion).toMatch(/./);
    expect(description).toMatch(/.{20}/);
  });

  it('explains each value in its README', () => {
    const explained = explainedValues(fileIn(chart, 'README.md'));
    expect(valuePaths(chart).filter((name) => !isExplained(name, explained))).toEqual([]);
  });
});

(helmRuns ? describe : describe.skip)('rendered by Helm', () => {
  describe.each(named)('$title', ({ chart, values }) => {
    const files = values.map((file) => path.join(chartPath(chart), file));

    it('passes lint', () => {
      const flags = [...kubernetes, ...files.flatMap((file) => ['--values', file])];
      const { status, stdout, stderr } = spawnSync(binary, ['lint', '--strict', chartPath(chart), ...flags], {
        encoding: 'utf8',
      });
      expect(`${stdout}${stderr}`).not.toMatch(/WARNING|ERROR/);
      expect(status).toBe(0);
    });

    const nameOf = ({ kind, metadata }: Rendered): string => `${kind} ${metadata.name}`;

    it('consists of objects that Kubernetes accepts', async () => {
      const objects = render(chart, { values });
      expect(objects).not.toEqual([]);
      const builtins = [];
      for (const object of objects) {
        const builtin = await isBuiltin(object);
        if (builtin) builtins.push(object);
        // Kinds of others, as far as the repository itself knows them.
        const errors = builtin ? await valueErrors(object) : (sandboxCrdErrors(object) ?? []);
        expect({ name: nameOf(object), errors }).toEqual({ name: nameOf(object), errors: [] });
      }
      expect(fieldErrors(builtins)).toEqual([]);
    });

    (crdsFound ? describe : describe.skip)('beside the real CRDs', () => {
      it('consists of objects that they accept', async () => {
        for (const object of render(chart, { values })) {
          if (await isBuiltin(object)) continue;
          const name = nameOf(object);
          expect({ name, errors: crdErrors(object) }).toEqual({ name, errors: [] });
        }
      });
    });

    it('labels all that it makes as Helm recommends', () => {
      for (const { metadata } of render(chart, { values, release: 'mine' }))
        expect(metadata.labels).toMatchObject({
          'app.kubernetes.io/name': expect.stringMatching(/./) as string,
          'app.kubernetes.io/instance': 'mine',
          'app.kubernetes.io/managed-by': 'Helm',
        });
    });

    it('holds each container to the least that it needs', () => {
      for (const { kind, spec } of render(chart, { values })) {
        if (kind !== 'Deployment' && kind !== 'Job') continue;
        expect(spec).toMatchObject({
          template: {
            spec: {
              securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
              containers: [
                {
                  resources: { requests: expect.anything() as object, limits: expect.anything() as object },
                  securityContext: {
                    allowPrivilegeEscalation: false,
                    readOnlyRootFilesystem: true,
                    capabilities: { drop: ['ALL'] },
                  },
                },
              ],
            },
          },
        });
      }
    });

    it('refuses a value that it does not know', () => {
      expect(() => render(chart, { values, set: ['unknownValue=1'] })).toThrow(/unknownValue/);
    });
  });
});
