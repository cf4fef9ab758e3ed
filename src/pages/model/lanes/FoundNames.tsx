import { useMemo } from 'react';
import { useInstantValues } from '../../../data/useInstantValues';
import { useMetricsScope } from '../../../data/useMetricsScope';
import { useT } from '../../../i18n';
import type { NamedQueries } from '../../../queries/combined';
import { vllmSelector } from '../../../queries/vllm';
import { foundNamesQuery, namesFound } from '../../../queries/vllmNames';
import type { ServedModel } from '../../../resources/servedModel';

interface FoundNamesProps {
  model: ServedModel;
  queries: NamedQueries;
}

/** Under which of the names in the queries the model's engines report: they differ with vLLM's version and the way they are scraped. */
export function FoundNames({ model, queries }: FoundNamesProps) {
  const t = useT();
  const { namespace, name } = model;
  const { scope } = useMetricsScope(namespace);
  const asked = useMemo(() => {
    const query = foundNamesQuery(
      queries.map(([, text]) => text),
      vllmSelector({ namespace, name }),
    );
    return query === undefined ? [] : [['names', query] as const];
  }, [queries, namespace, name]);
  const { data } = useInstantValues(asked, asked.length === 0 ? undefined : scope, namespace);
  const series = data?.get('names');
  if (series === undefined) return null;
  return (
    <p role="status">
      {series.length === 0
        ? t('The engines report under none of these names now.')
        : t('The engines report: {{names}}', { names: namesFound(series).join(', ') })}
    </p>
  );
}
