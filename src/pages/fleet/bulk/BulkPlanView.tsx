import { formatNumber } from '../../../components/quantities';
import { useT } from '../../../i18n';
import type { BulkAct } from './bulkJob';
import type { BulkPlan, LeftOut } from './bulkPlan';
import { effectWords, reasonOf } from './bulkWords';

/** Names that are said in full; of more, the number. */
const namedAtMost = 5;

function byReason(leftOut: readonly LeftOut[], words: (one: LeftOut) => string): [string, string[]][] {
  const groups = new Map<string, string[]>();
  for (const one of leftOut) {
    const reason = words(one);
    groups.set(reason, [...(groups.get(reason) ?? []), one.model.name]);
  }
  return [...groups];
}

/** What the act will do, and which models are left out and why. */
export function BulkPlanView({ act, plan }: { act: BulkAct; plan: BulkPlan }) {
  const t = useT();
  const { todo, leftOut, effects } = plan;
  const groups = byReason(leftOut, (one) => reasonOf(one, t));
  const namesOf = (names: readonly string[]): string => {
    const more = names.length - namedAtMost;
    const named = names.slice(0, namedAtMost).join(', ');
    return more > 0
      ? t('{{names}} and {{number}} more', { names: named, number: formatNumber(more) })
      : named;
  };
  return (
    <>
      {todo.length > 0 && (
        <ul className="llm-autoscaling__bulk-plan">
          {effectWords(act, effects, t).map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
      {groups.length > 0 && (
        <>
          <p>
            <strong>{t('{{count}} models are left out', { count: leftOut.length })}</strong>
          </p>
          <ul className="llm-autoscaling__bulk-plan">
            {groups.map(([reason, names]) => (
              <li key={reason}>
                {reason} <span className="llm-autoscaling__reason">({namesOf(names)})</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
