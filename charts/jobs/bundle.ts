import { mkdirSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { bundled, fileOf, jobs } from './bundles';

async function writeAll(): Promise<void> {
  for (const job of jobs) {
    mkdirSync(path.dirname(fileOf(job)), { recursive: true });
    writeFileSync(fileOf(job), await bundled(job));
    console.log(path.relative(process.cwd(), fileOf(job)));
  }
}

writeAll().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
