import type { ChangeError } from '../../../data/change';
import type { ServedModel } from '../../../resources/servedModel';
import type { LeftOutCode } from './bulkPlan';

/** Why a row did not arrive: what stopped its change, the model is gone, or it is none of those any more. */
export type RowFailure = ChangeError | { code: 'gone' } | { code: 'leftOut'; why: LeftOutCode };

/** How far a row is. */
export type RowState =
  | { code: 'waiting' | 'underWay' | 'written' | 'arrived' | 'stopped' }
  | { code: 'failed'; failure: RowFailure };

/** One model of a run. */
export interface BulkRow {
  key: string;
  namespace: string;
  name: string;
  /** The name of its ScaledObject, which is its own where requests wake the model. */
  scaledObject?: string;
  state: RowState;
}

/** Does the act to one model; tells when it is written. Resolves when it arrived, or with what stopped it; never rejects. */
export type Perform = (row: BulkRow, written: () => void) => Promise<RowFailure | undefined>;

/** Rows that are being written at a time. */
const writesAtOnce = 4;
/** With those that are written and wait for the cluster; each of them asks the server now and then. */
const rowsAtOnce = 16;

/** Runs an act over several models, few at a time. It needs no page. */
export class BulkRun {
  private rows: readonly BulkRow[];
  private readonly listeners = new Set<() => void>();

  constructor(
    models: readonly Pick<ServedModel, 'key' | 'namespace' | 'name' | 'scaledObject'>[],
    private readonly perform: Perform,
  ) {
    this.rows = models.map(({ key, namespace, name, scaledObject }) => ({
      key,
      namespace,
      name,
      ...(scaledObject && { scaledObject: scaledObject.metadata.name }),
      state: { code: 'waiting' },
    }));
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  /** The rows, in their first order; another list after each change. */
  get = (): readonly BulkRow[] => this.rows;

  /** Begins rows that wait, as many as may be on their way; the others follow as these end. */
  start(): void {
    const { underWay, written } = countsOf(this.rows);
    const free = Math.min(writesAtOnce - underWay, rowsAtOnce - underWay - written);
    const next = this.rows.filter(({ state }) => state.code === 'waiting').slice(0, Math.max(0, free));
    for (const row of next) this.put(row, { code: 'underWay' });
    for (const row of next) void this.do(row);
  }

  /** Begins no further row; those that are on their way go on. */
  stop(): void {
    this.change(({ state }) => (state.code === 'waiting' ? { code: 'stopped' } : state));
  }

  /** Begins the rows again that failed or were stopped. */
  retry(): void {
    this.change(({ state }) =>
      state.code === 'failed' || state.code === 'stopped' ? { code: 'waiting' } : state,
    );
    this.start();
  }

  private async do(row: BulkRow): Promise<void> {
    const failure = await this.perform(row, () => {
      this.put(row, { code: 'written' });
      this.start();
    });
    this.put(row, failure === undefined ? { code: 'arrived' } : { code: 'failed', failure });
    this.start();
  }

  private put({ key }: BulkRow, state: RowState): void {
    this.change((one) => (one.key === key ? state : one.state));
  }

  private change(stateOf: (row: BulkRow) => RowState): void {
    this.rows = this.rows.map((row) => {
      const state = stateOf(row);
      return state === row.state ? row : { ...row, state };
    });
    for (const listener of [...this.listeners]) listener();
  }
}

/** Numbers of the rows by how far they are. */
export function countsOf(rows: readonly BulkRow[]): Readonly<Record<RowState['code'], number>> {
  const counts = { waiting: 0, underWay: 0, written: 0, arrived: 0, failed: 0, stopped: 0 };
  for (const { state } of rows) counts[state.code] += 1;
  return counts;
}

/** Whether nothing is on its way any more. */
export function isOver(rows: readonly BulkRow[]): boolean {
  const { waiting, underWay, written } = countsOf(rows);
  return waiting + underWay + written === 0;
}
