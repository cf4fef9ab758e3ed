import { selectsModel } from '../resources/selectsModel';

/** The loads that the project knows a query for. */
export type OwnTriggerKind = 'waiting' | 'waitingAndRunning' | 'kvCache';

interface ModelName {
  namespace: string;
  name: string;
}

/**
 * The query of a model's load, all replicas together: by its Service (odh-model-controller scrapes <name>-metrics) and
 * not by a served name that others may share. Always one series, which KEDA demands. The use of the KV cache is added
 * up too, since the HPA divides the value by the replicas; older engines have another name for it.
 */
export function ownQuery(kind: OwnTriggerKind, { namespace, name }: ModelName): string {
  const labels = `{namespace="${namespace}",service="${name}-metrics"}`;
  switch (kind) {
    case 'waiting':
      return `sum(vllm:num_requests_waiting${labels})`;
    case 'waitingAndRunning':
      return `sum(vllm:num_requests_waiting${labels}) + sum(vllm:num_requests_running${labels})`;
    case 'kvCache':
      return `sum(vllm:kv_cache_usage_perc${labels} or vllm:gpu_cache_usage_perc${labels})`;
  }
}

const gaugeTerm = /^sum\((?:kserve_)?vllm:num_requests_(waiting|running)\{([^{}]*)\}\)$/;
const cacheTerm =
  /^sum\(vllm:(?:kv|gpu)_cache_usage_perc\{([^{}]*)\}(?:orvllm:(?:kv|gpu)_cache_usage_perc\{([^{}]*)\})?\)$/;

/** Which load a query measures; undefined for any other query than ours (spaces and the order of labels do not count). */
export function kindOfQuery(query: string, model: ModelName): OwnTriggerKind | undefined {
  const text = query.replaceAll(/\s/g, '');
  const cache = cacheTerm.exec(text);
  if (cache !== null) {
    const selectors = [cache[1], cache[2]].filter((labels) => labels !== undefined);
    return selectors.every((labels) => selectsModel(labels, model)) ? 'kvCache' : undefined;
  }
  const terms = text.split('+').map((term) => gaugeTerm.exec(term));
  if (!terms.every((term) => term !== null && selectsModel(term[2] ?? '', model))) return undefined;
  const gauges = terms.map((term) => term?.[1]).toSorted();
  if (gauges.join() === 'waiting') return 'waiting';
  return gauges.join() === 'running,waiting' ? 'waitingAndRunning' : undefined;
}
