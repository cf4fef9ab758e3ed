import { gpusAllocatableQuery } from '../queries/gpuNodes';
import type { MetricsScope } from './prometheus';
import { useInstantValues } from './useInstantValues';

const queries = [['allocatable', gpusAllocatableQuery()]] as const;

/** Polls the GPUs of all nodes; undefined where nodes cannot be seen (single projects), or while it is not known. */
export function useAllocatableGpus(scope: MetricsScope | undefined): number | undefined {
  const { data } = useInstantValues<'allocatable'>(
    queries,
    scope?.path === 'cluster' ? scope : undefined,
    undefined,
  );
  const value = data?.get('allocatable')?.[0]?.points[0]?.[1];
  return value !== undefined && Number.isFinite(value) ? value : undefined;
}
