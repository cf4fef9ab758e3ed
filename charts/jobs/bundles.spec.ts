import { readFileSync } from 'node:fs';
import { bundled, fileOf, jobs } from './bundles';

describe.each(jobs)('the program $name of $chart', (job) => {
  it('is the one that its source builds', async () => {
    // When this fails: npm run charts:jobs
    expect(readFileSync(fileOf(job), 'utf8') === (await bundled(job))).toBe(true);
  });
});
