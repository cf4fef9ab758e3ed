import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { crdsFound } from '../sandbox/cluster/schemas/realCrds';
import { staleLocales } from './locales';

/** What a suite counted. */
interface Count {
  passed: number;
  failed: number;
  /** Neither: what they need is missing, or they say so themselves. */
  skipped?: number;
}

const reports = mkdtempSync(path.join(tmpdir(), 'llm-autoscaling-test-'));
/** Where the judges of the stand-ins write how far they agree (sandbox/figures.ts). */
const figures = path.join(reports, 'figures.txt');
const reportOf = (suite: string): string => path.join(reports, `${suite.replace(/\W+/g, '-')}.json`);

/** Runs a command with its output shown; true when it ended with 0. */
function run(command: string, env: Record<string, string> = {}): boolean {
  console.log(`\n> ${command}`);
  const { status } = spawnSync(command, { shell: true, stdio: 'inherit', env: { ...process.env, ...env } });
  return status === 0;
}

/** A check without cases of its own counts as one. */
const check = (command: string) => (): Count =>
  run(command) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };

interface JestResult {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numRuntimeErrorTestSuites: number;
}

/** Runs Jest with these arguments. Skipped tests count as neither passed nor failed. */
function jest(suite: string, args: string, env: Record<string, string> = {}): Count {
  const report = reportOf(suite);
  const succeeded = run(`npx jest ${args} --json --outputFile="${report}"`, {
    TEST_FIGURES: figures,
    ...env,
  });
  const result = JSON.parse(readFileSync(report, 'utf8')) as JestResult;
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  // Jest can also end with an error that no test stands for.
  return {
    passed: result.numPassedTests,
    failed: failed === 0 && !succeeded ? 1 : failed,
    skipped: result.numPendingTests,
  };
}

const isProgram = (program: string): boolean => spawnSync(program, ['version']).status === 0;

/** The charts are for Helm 3 and 4: where "helm3" is installed beside "helm", both judge them. */
function charts(): Count {
  const named = process.env.HELM === undefined ? ['helm', 'helm3'] : [process.env.HELM];
  const helms = named.filter(isProgram);
  if (helms.length === 0)
    console.log(
      `\nNo Helm: ${named.join(' or ')} does not run. What needs it is skipped; HELM may name one.`,
    );
  const counts = (helms.length === 0 ? named.slice(0, 1) : helms).map((helm) =>
    jest(`charts (${helm})`, '--selectProjects charts', { HELM: helm }),
  );
  return {
    passed: counts.reduce((sum, { passed }) => sum + passed, 0),
    failed: counts.reduce((sum, { failed }) => sum + failed, 0),
    skipped: counts.reduce((sum, { skipped = 0 }) => sum + skipped, 0),
  };
}

/** Runs a project of Playwright. */
function playwright(project: string, workers: number): Count {
  const report = reportOf(project);
  const succeeded = run(
    `npx playwright test --project=${project} --forbid-only --workers=${String(workers)} --reporter=list,json`,
    { PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  );
  const { stats } = JSON.parse(readFileSync(report, 'utf8')) as {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  };
  const failed = stats.unexpected + stats.flaky;
  return {
    passed: stats.expected,
    failed: failed === 0 && !succeeded ? 1 : failed,
    skipped: stats.skipped,
  };
}

function locales(): Count {
  const stale = staleLocales((command) => run(command));
  for (const file of stale)
    console.error(`${file} does not match the source: run npm run i18n and commit it.`);
  return { passed: stale.length === 0 ? 1 : 0, failed: stale.length };
}

const suites: [name: string, run: () => Count][] = [
  ['types', check('npx tsc --noEmit')],
  ['lint', check('npx eslint . --max-warnings 0')],
  ['styles', check('npm run --silent lint:css')],
  ['format', check('npx prettier --check --log-level warn .')],
  ['dead code', check('npm run --silent deadcode')],
  ['locales', locales],
  ['unit', () => jest('unit', '--maxWorkers=2 --selectProjects src repository sandbox')],
  ['charts', charts],
  ['build', check('npm run --silent build')],
  ['journeys', () => playwright('journeys', 2)],
  ['measurements', () => playwright('measurements', 1)],
];

/** A suite that could not even report has failed. */
function counted(run: () => Count): Count {
  try {
    return run();
  } catch (error) {
    console.error(error);
    return { passed: 0, failed: 1 };
  }
}

const only = process.argv.slice(2);
const unknown = only.filter((name) => suites.every(([known]) => known !== name));
if (unknown.length > 0) {
  const names = suites.map(([name]) => name).join(', ');
  console.error(`There is no suite ${unknown.join(', ')}. There are: ${names}.`);
  rmSync(reports, { recursive: true });
  process.exit(2);
}
if (!crdsFound)
  console.log('The real CRDs are not beside the repository, nor in $CRDS: what needs them is skipped.');
const results = suites
  .filter(([name]) => only.length === 0 || only.includes(name))
  .map(([name, run]) => ({ name, ...counted(run) }));
console.log('');
if (existsSync(figures))
  console.log(`Judges: ${readFileSync(figures, 'utf8').trim().split('\n').join(', ')}\n`);
rmSync(reports, { recursive: true, force: true });

for (const { name, passed, failed, skipped = 0 } of results) {
  const left = skipped === 0 ? '' : `, ${String(skipped)} SKIPPED: what they need is missing`;
  console.log(`${name.padEnd(12)} ${String(passed)} ok, ${String(failed)} broken${left}`);
}
const total = (count: 'passed' | 'failed'): number => results.reduce((sum, result) => sum + result[count], 0);
console.log(`${String(total('passed'))} passed, ${String(total('failed'))} failed`);
process.exitCode = total('failed') === 0 ? 0 : 1;
