import { useT } from '../../../i18n';
import type { RequestCounts } from '../../../loadtest/requestCounts';
import { gpusOf } from '../../../resources/gpus';
import type { ModelLoad } from '../../../resources/modelLoad';
import { replicasOf } from '../../../resources/replicas';
import type { ServedModel } from '../../../resources/servedModel';
import { NumberStrip } from './NumberStrip';

interface LiveStripProps {
  model: ServedModel;
  load: ModelLoad | undefined;
  requests: RequestCounts | undefined;
}

function received(load: ModelLoad | undefined, requests: RequestCounts | undefined): number | undefined {
  if (requests === undefined || load?.waiting === undefined || load.running === undefined) return undefined;
  return requests.done + requests.cancelled + requests.failed + load.waiting + load.running;
}

/** The numbers of now, while a test is under way. */
export function LiveStrip({ model, load, requests }: LiveStripProps) {
  const t = useT();
  const { desired, ready } = replicasOf(model);
  const { perReplica, allocated } = gpusOf(model);
  const numbers: readonly (readonly [string, number | undefined])[] = [
    [t('Waiting'), load?.waiting],
    [t('Running'), load?.running],
    [t('Desired'), desired],
    [t('Ready'), ready],
    ...(perReplica === 0 ? [] : [[t('GPUs'), allocated] as const]),
    [t('Received'), received(load, requests)],
    [t('Answered'), requests?.done],
    [t('Given up'), requests?.cancelled],
    [t('Failed'), requests?.failed],
  ];
  return <NumberStrip label={t('Numbers of now')} numbers={numbers} />;
}
