import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { shimAliases } from '../../shimAliases';
import { notProvided } from './notProvided';

const sdk = path.join(__dirname, '../../../../node_modules/@openshift-console/dynamic-plugin-sdk/lib');

it('throws with the name of what is missing', () => {
  expect(notProvided('useDeleteModal')).toThrow('not provided by the local console: useDeleteModal');
});

it('stands in for every module of the console that the SDK asks for', () => {
  const asked = readdirSync(sdk, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name.endsWith('.js'))
    .flatMap((entry) => [
      ...readFileSync(path.join(entry.parentPath, entry.name), 'utf8').matchAll(
        /require\('(@console\/[^']+)'\)/g,
      ),
    ])
    .map(([, name]) => `${name ?? ''}$`);
  expect(Object.keys(shimAliases('/x')).sort()).toEqual([...new Set(asked)].sort());
});
