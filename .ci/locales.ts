import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';

const folder = path.join(__dirname, '..', 'locales');

function contents(): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.json'),
  );
  return new Map(
    files.map((file) => [path.join(folder, file), readFileSync(path.join(folder, file), 'utf8')]),
  );
}

/** Extracts the texts anew and names the locale files that this would change; leaves all files as they were. */
export function staleLocales(run: (command: string) => boolean): string[] {
  const before = contents();
  if (!run('npm run --silent i18n')) return ['locales'];
  const stale = [...contents()].filter(([file, text]) => before.get(file) !== text).map(([file]) => file);
  for (const [file, text] of before) writeFileSync(file, text);
  return stale.map((file) => path.relative(path.join(folder, '..'), file));
}
