import { triggerQuery } from '../resources/askedTrigger';
import type { ModelLoad } from '../resources/modelLoad';
import { selectsModel } from '../resources/selectsModel';
import type { ServedModel } from '../resources/servedModel';

/** A sum over a queue gauge of vLLM and its matchers: the one form of query whose value the measured load tells. */
const term = /^sum\((?:kserve_)?vllm:num_requests_(waiting|running)\{([^{}]*)\}\)$/;

/**
 * The value of the model's trigger, as measured: the result of its own query, else the waiting and running requests
 * when the query adds up just these for this model. Undefined: not fetched, no series, or another query.
 */
export function measuredLoad(model: ServedModel, load: ModelLoad | undefined): number | undefined {
  if (load?.trigger !== undefined) return load.trigger.series === 1 ? load.trigger.value : undefined;
  const gauges = gaugesOf(model);
  if (load === undefined || gauges.length === 0) return undefined;
  const values = gauges.map((gauge) => load[gauge]);
  return values.every((value) => value !== undefined)
    ? values.reduce((sum, value) => sum + value, 0)
    : undefined;
}

/** Whether the trigger's query reads the same series as the measured load does. */
export function readsOwnQueue(model: ServedModel): boolean {
  return gaugesOf(model).length > 0;
}

/** The gauges that the trigger's query adds up, all for this model's own Service; none for any other query. */
export function gaugesOf(model: ServedModel): readonly ('waiting' | 'running')[] {
  const terms = (triggerQuery(model) ?? '')
    .replaceAll(/\s/g, '')
    .split('+')
    .map((text) => term.exec(text));
  const own = terms.every((match) => match !== null && selectsModel(match[2] ?? '', model));
  return own ? terms.map((match) => (match?.[1] === 'running' ? 'running' : 'waiting')) : [];
}

/** What a model's trigger counts; query: something else than its own queue. */
export type TriggerMeasure = 'waiting' | 'running' | 'waitingAndRunning' | 'query';

/** What the trigger counts, for all words about it. */
export function measureOf(model: ServedModel): TriggerMeasure {
  const gauges = gaugesOf(model).toSorted();
  if (gauges.join() === 'running,waiting') return 'waitingAndRunning';
  const [only, ...others] = gauges;
  return only === undefined || others.length > 0 ? 'query' : only;
}

/** Whether only the HPA tells what a Prometheus trigger reads: its query is not the measured queue, and nobody asked it. */
export function isUnmeasured(model: ServedModel, load: ModelLoad | undefined): boolean {
  return Boolean(triggerQuery(model)) && !readsOwnQueue(model) && load?.trigger === undefined;
}
