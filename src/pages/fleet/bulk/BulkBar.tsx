import { Button } from '@patternfly/react-core';
import { formatNumber } from '../../../components/quantities';
import { useT } from '../../../i18n';
import type { ServedModel } from '../../../resources/servedModel';
import type { FleetRow } from '../rows/fleetRow';
import { bulkJob } from './bulkJob';
import type { BulkAct } from './bulkJob';
import type { Selection } from './selection';

interface BulkBarProps {
  selection: Selection;
  selected: ReadonlySet<string>;
  models: ReadonlyMap<string, ServedModel>;
  matching: readonly FleetRow[];
}

const acts: readonly BulkAct[] = ['pause', 'resume', 'bounds'];

/** How many are selected, and the acts on them. */
export function BulkBar({ selection, selected, models, matching }: BulkBarProps) {
  const t = useT();
  const present = [...selected].filter((key) => models.has(key));
  const shown = matching.filter(({ model }) => selected.has(model.key)).length;
  const hidden = present.length - shown;
  const labels: Record<BulkAct, string> = {
    pause: t('Pause'),
    resume: t('Resume'),
    bounds: t('Set bounds'),
  };
  return (
    <>
      <span role="status">
        {t('{{number}} selected', { number: formatNumber(present.length) })}
        {hidden > 0 &&
          ` ${t('({{hidden}} of them hidden by the filters)', { hidden: formatNumber(hidden) })}`}
      </span>
      {shown < matching.length && (
        <Button
          variant="link"
          isInline
          onClick={() => {
            selection.set(
              matching.map(({ model }) => model.key),
              true,
            );
          }}
        >
          {t('Select all {{number}} that match', { number: formatNumber(matching.length) })}
        </Button>
      )}
      <Button variant="link" isInline onClick={selection.clear}>
        {t('Clear the selection')}
      </Button>
      {acts.map((act) => (
        <Button
          key={act}
          variant="secondary"
          isDisabled={present.length === 0}
          onClick={() => {
            bulkJob.put({ act, keys: present });
          }}
        >
          {labels[act]}
        </Button>
      ))}
    </>
  );
}
