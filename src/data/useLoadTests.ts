import type { K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import { useMemo } from 'react';
import { loadTestsOf } from '../loadtest/loadTest';
import type { LoadTest } from '../loadtest/loadTest';
import { loadTestSelector } from '../loadtest/loadTestLabels';
import type { Job } from '../resources/job';
import { jobKind, podKind } from '../resources/kinds';
import type { Pod } from '../resources/pod';
import { listProblem } from './listProblem';
import { listWatch } from './listWatch';
import type { ReadError } from './readError';
import { useWatchedList } from './useWatchedList';

/** The load tests of a model. */
export interface LoadTests {
  /** Newest first. */
  tests: readonly LoadTest[];
  loaded: boolean;
  /** Why they cannot be seen. */
  problem?: ReadError;
}

/** Watches the load tests of a model, whoever started them. */
export function useLoadTests(namespace: string, model: string): LoadTests {
  const watches = useMemo(
    () => ({
      jobs: listWatch(jobKind, namespace, loadTestSelector),
      pods: listWatch(podKind, namespace, loadTestSelector),
    }),
    [namespace],
  );
  const jobs = useWatchedList<Job & K8sResourceCommon>(jobKind, watches.jobs);
  const pods = useWatchedList<Pod & K8sResourceCommon>(podKind, watches.pods);
  return useMemo(() => {
    const problem = listProblem(jobKind, jobs);
    return {
      tests: loadTestsOf(jobs.data, pods.data, model),
      loaded: jobs.loaded,
      ...(problem !== undefined && { problem }),
    };
  }, [jobs, pods.data, model]);
}
