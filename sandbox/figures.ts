import { appendFileSync } from 'node:fs';

/**
 * Prints how many of a judge's cases a stand-in agrees with ("CRDs 400/400"), or another measure in words. The run of
 * all tests names a file in $TEST_FIGURES, and prints what it holds at its end.
 */
export function printFigure(judge: string, measure: string | readonly [agreed: number, all: number]): void {
  const line = `${judge} ${typeof measure === 'string' ? measure : measure.join('/')}`;
  console.log(line);
  const file = process.env.TEST_FIGURES;
  if (file !== undefined) appendFileSync(file, `${line}\n`);
}
