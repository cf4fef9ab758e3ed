import { Checkbox } from '@patternfly/react-core';
import { Suspense, useEffect, useId, useSyncExternalStore } from 'react';
import { useT } from '../../../i18n';
import type { ServedModel } from '../../../resources/servedModel';
import { BulkBar, BulkDialog } from '../lazyViews';
import type { FleetRow } from '../rows/fleetRow';
import { bulkJob } from './bulkJob';
import type { Selection } from './selection';
import './bulk.css';

interface BulkAreaProps {
  selection: Selection;
  models: ReadonlyMap<string, ServedModel>;
  /** Rows that the filters let through. */
  matching: readonly FleetRow[];
  /** Keys of the rows on this page. */
  keys: readonly string[];
}

/** Selects the page, and says what can be done to what is selected. */
export function BulkArea({ selection, models, matching, keys }: BulkAreaProps) {
  const t = useT();
  const id = useId();
  const selected = useSyncExternalStore(selection.subscribe, selection.get);
  const job = useSyncExternalStore(bulkJob.subscribe, bulkJob.get);
  const onPage = keys.filter((key) => selected.has(key)).length;
  useEffect(
    () => () => {
      // What was not confirmed is not kept for another page.
      if (bulkJob.get()?.run === undefined) bulkJob.put(undefined);
    },
    [],
  );
  return (
    <div className="llm-autoscaling__bulk-bar" role="group" aria-label={t('Several at once')}>
      <Checkbox
        id={id}
        label={t('Select page')}
        isDisabled={keys.length === 0}
        // PatternFly's third state: some.
        isChecked={onPage === 0 ? false : onPage === keys.length ? true : null}
        onChange={() => {
          selection.set(keys, onPage < keys.length);
        }}
      />
      <Suspense fallback={null}>
        {selected.size > 0 && (
          <BulkBar selection={selection} selected={selected} models={models} matching={matching} />
        )}
      </Suspense>
      <Suspense fallback={null}>{job !== undefined && <BulkDialog job={job} models={models} />}</Suspense>
    </div>
  );
}
