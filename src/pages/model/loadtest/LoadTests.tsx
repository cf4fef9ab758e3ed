import { Suspense, useState } from 'react';
import { useLoadTests } from '../../../data/useLoadTests';
import type { LiveReplicas } from '../../../decisions/liveReplicas';
import { isUnderWay } from '../../../loadtest/loadTest';
import type { ModelLoad } from '../../../resources/modelLoad';
import type { ServedModel } from '../../../resources/servedModel';
import { LoadTestDialog, LoadTestWatch } from '../lazyViews';
import { LoadTestMissing } from './LoadTestMissing';
import { useLoadTestUrl } from './useLoadTestUrl';

interface LoadTestsProps {
  model: ServedModel;
  load: ModelLoad | undefined;
  /** What the watches have shown of the replicas since the page is open. */
  live: readonly LiveReplicas[];
}

/** The load test that the URL names, else the one that is under way; and the dialog that starts one. */
export function LoadTests({ model, load, live }: LoadTestsProps) {
  const { namespace, name } = model;
  const { tests, loaded, problem } = useLoadTests(namespace, name);
  const url = useLoadTestUrl();
  const shown = tests.find((test) => test.name === url.chosen) ?? tests.find(isUnderWay);
  // A test that was started here is watched a moment later.
  const [started, setStarted] = useState<string>();
  const missing = shown?.name !== url.chosen && started !== url.chosen && (loaded || problem !== undefined);
  function close(): void {
    url.choose(undefined);
  }
  return (
    <Suspense fallback={null}>
      {url.chosen !== undefined && missing && (
        <LoadTestMissing name={url.chosen} namespace={namespace} problem={problem} onClose={close} />
      )}
      {shown !== undefined && (
        <LoadTestWatch key={shown.name} model={model} test={shown} load={load} live={live} onClose={close} />
      )}
      {url.asks && (
        <LoadTestDialog
          model={model}
          underWay={tests.find(isUnderWay)?.name}
          onStarted={(job) => {
            setStarted(job);
            url.choose(job);
          }}
          onClose={close}
        />
      )}
    </Suspense>
  );
}
