import { BulkRun, countsOf, isOver } from './bulkRun';
import type { RowFailure } from './bulkRun';

interface Begun {
  name: string;
  written: () => void;
  end: (failure?: RowFailure) => void;
}

const refused: RowFailure = { step: 'check', code: 'refused', message: 'admission webhook "x" denied it' };

/** A run over models of these numbers, whose acts the spec ends by hand. */
function aRun(count: number) {
  const begun: Begun[] = [];
  const models = Array.from({ length: count }, (_, index) => ({
    key: `a/m${String(index)}`,
    namespace: 'a',
    name: `m${String(index)}`,
  }));
  const run = new BulkRun(
    models,
    ({ name }, written) =>
      new Promise((end) => {
        begun.push({ name, written, end });
      }),
  );
  return { run, begun };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('a run over several models', () => {
  it('writes four at a time, and begins the next as soon as one is written', () => {
    const { run, begun } = aRun(10);
    run.start();
    expect(begun.map(({ name }) => name)).toEqual(['m0', 'm1', 'm2', 'm3']);
    begun[1]?.written();
    expect(begun.map(({ name }) => name)).toEqual(['m0', 'm1', 'm2', 'm3', 'm4']);
    expect(countsOf(run.get())).toMatchObject({ written: 1, underWay: 4, waiting: 5 });
  });

  it('has no more than sixteen on their way when nothing arrives', async () => {
    const { run, begun } = aRun(30);
    run.start();
    // The list grows meanwhile: each that is written lets the next begin.
    for (const one of begun) one.written();
    expect(countsOf(run.get())).toMatchObject({ written: 16, underWay: 0, waiting: 14 });
    begun[0]?.end();
    await settle();
    expect(countsOf(run.get())).toMatchObject({ arrived: 1, written: 15, underWay: 1 });
  });

  it('keeps what failed with its words, and tries only that again', async () => {
    const { run, begun } = aRun(3);
    run.start();
    begun[0]?.end();
    begun[1]?.end(refused);
    begun[2]?.end();
    await settle();
    expect(isOver(run.get())).toBe(true);
    expect(run.get()[1]?.state).toEqual({ code: 'failed', failure: refused });
    run.retry();
    expect(begun.map(({ name }) => name)).toEqual(['m0', 'm1', 'm2', 'm1']);
    begun[3]?.end();
    await settle();
    expect(countsOf(run.get())).toMatchObject({ arrived: 3, failed: 0 });
  });

  it('begins no further model when stopped, and ends those on their way', async () => {
    const { run, begun } = aRun(6);
    run.start();
    run.stop();
    expect(isOver(run.get())).toBe(false);
    for (const one of begun) one.end();
    await settle();
    expect(countsOf(run.get())).toMatchObject({ arrived: 4, stopped: 2 });
    expect(isOver(run.get())).toBe(true);
    run.retry();
    expect(begun).toHaveLength(6);
  });

  it('draws only the row anew that changed', () => {
    const { run, begun } = aRun(3);
    run.start();
    const before = run.get();
    const heard = jest.fn();
    run.subscribe(heard);
    begun[0]?.written();
    expect(heard).toHaveBeenCalledTimes(1);
    expect(run.get()[0]).not.toBe(before[0]);
    expect(run.get()[1]).toBe(before[1]);
  });
});
