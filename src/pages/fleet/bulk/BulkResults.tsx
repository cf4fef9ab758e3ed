import { memo } from 'react';
import { useT } from '../../../i18n';
import type { BulkRow } from './bulkRun';
import { failureWords, stateWords } from './bulkWords';

const ResultRow = memo(function ResultRow({ row: { namespace, name, state } }: { row: BulkRow }) {
  const t = useT();
  return (
    <tr>
      <td className="llm-autoscaling__bulk-cell">
        {name} <span className="llm-autoscaling__reason">{namespace}</span>
      </td>
      <td className="llm-autoscaling__bulk-cell">
        {stateWords(state.code, t)}
        {state.code === 'failed' && (
          <div className="llm-autoscaling__reason">{failureWords(state.failure, t)}</div>
        )}
      </td>
    </tr>
  );
});

/** What became of each row; what failed stands first. */
export function BulkResults({ rows }: { rows: readonly BulkRow[] }) {
  const t = useT();
  const failed = rows.filter(({ state }) => state.code === 'failed');
  const others = rows.filter(({ state }) => state.code !== 'failed');
  return (
    // Long lists scroll here; the keyboard has to reach that.
    <div className="llm-autoscaling__bulk-rows" tabIndex={0} role="region" aria-label={t('Results')}>
      <table className="llm-autoscaling__bulk-table" aria-label={t('Results')}>
        <thead className="llm-autoscaling__unseen">
          <tr>
            <th scope="col">{t('Name')}</th>
            <th scope="col">{t('Result')}</th>
          </tr>
        </thead>
        <tbody>
          {[...failed, ...others].map((row) => (
            <ResultRow key={row.key} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
