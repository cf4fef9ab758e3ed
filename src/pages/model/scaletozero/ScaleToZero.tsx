import { Flex, FlexItem } from '@patternfly/react-core';
import { agoWords } from '../../../components/agoWords';
import { ChangeFailure } from '../../../components/ChangeFailure';
import { denialOf } from '../../../components/denial';
import { ExplainedButton } from '../../../components/ExplainedButton';
import { formatDuration } from '../../../components/quantities';
import { useNow } from '../../../data/useNow';
import { useWarmUp } from '../../../data/useWarmUp';
import { useT } from '../../../i18n';
import type { Translate } from '../../../i18n';
import type { ScaledObject } from '../../../resources/scaledObject';
import { isKeptAwake, isWokenByRequests } from '../../../resources/scaleToZero';
import { holdOf, pauseOf } from '../../../resources/pause';
import { replicasOf } from '../../../resources/replicas';
import type { ServedModel } from '../../../resources/servedModel';
import { readsOwnQueue } from '../../../status/measuredLoad';
import { historyStep, useLastStart } from './useLastStart';

/** How long the first request waits for a small model whose image is on the node, in milliseconds. */
const usual = { least: 60_000, most: 90_000 };

function idleWords({ spec: { cooldownPeriod = 300 } }: ScaledObject, t: Translate): string {
  // KEDA's default (apis/keda/v1alpha1/scaledobject_types.go).
  return t(
    'It sleeps when no request came for {{time}}; the first request after that waits {{least}} to {{most}}, as a rule.',
    {
      time: formatDuration(cooldownPeriod * 1000),
      least: formatDuration(usual.least),
      most: formatDuration(usual.most),
    },
  );
}

/** What becomes of a model at 0 replicas that nothing in front of it watches, and what to do. */
function unwokenWords(model: ServedModel, t: Translate): string {
  return readsOwnQueue(model)
    ? t(
        'Nothing wakes it: without a replica there is no queue that its query could read. Warm it up, and set its minimum to 1.',
      )
    : t('No request wakes it, only its query can. Warm it up, or set its minimum to 1.');
}

/** Whether KEDA is kept from what would come next, waking or sleeping, whatever triggers and other annotations say. */
function isPaused(scaledObject: ScaledObject, asleep: boolean): boolean {
  const { up = false, down = false } = holdOf(scaledObject) ?? {};
  return pauseOf(scaledObject) !== undefined || (asleep ? up : down);
}

function pausedWords(asleep: boolean, t: Translate): string {
  return asleep
    ? t('Paused: no request wakes it before it is resumed.')
    : t('Paused: it does not go to zero before it is resumed.');
}

function wakeWords(model: ServedModel, scaledObject: ScaledObject, t: Translate): string {
  const asleep = replicasOf(model).spec === 0;
  if (isPaused(scaledObject, asleep)) return pausedWords(asleep, t);
  return isWokenByRequests(model) ? idleWords(scaledObject, t) : unwokenWords(model, t);
}

function LastStart({ model }: { model: ServedModel }) {
  const t = useT();
  const now = useNow();
  const start = useLastStart(model);
  if (start === undefined) return null;
  if ('milliseconds' in start)
    return <>{t('The last start took {{time}}.', { time: formatDuration(start.milliseconds) })}</>;
  const { seconds, at } = start;
  const facts = {
    time: formatDuration(Math.max(seconds, historyStep) * 1000),
    ago: agoWords(now - at * 1000),
  };
  return (
    <>
      {seconds === 0
        ? t('The last start took less than {{time}} ({{ago}}).', facts)
        : t('The last start took about {{time}} ({{ago}}).', facts)}
    </>
  );
}

interface SleeperProps {
  model: ServedModel;
  scaledObject: ScaledObject;
}

function Sleeper({ model, scaledObject }: SleeperProps) {
  const t = useT();
  const { needs, busy, progress, wake, letSleep } = useWarmUp(model, scaledObject);
  const asleep = replicasOf(model).spec === 0;
  const paused = isPaused(scaledObject, asleep);
  const kept = isKeptAwake(scaledObject) && !paused;
  const denial = denialOf([needs], t);
  const failure = progress?.error;
  return (
    <>
      <Flex columnGap={{ default: 'columnGapMd' }} alignItems={{ default: 'alignItemsCenter' }}>
        <FlexItem>
          {kept
            ? t('Kept awake: it does not go to zero until that is taken back.')
            : wakeWords(model, scaledObject, t)}{' '}
          <LastStart model={model} />
        </FlexItem>
        <FlexItem>
          {kept && (
            <ExplainedButton
              variant="secondary"
              label={t('Let it sleep')}
              reason={denial}
              isLoading={busy}
              onClick={() => void letSleep()}
            />
          )}
          {!kept && !paused && asleep && (
            <ExplainedButton
              variant="primary"
              label={t('Warm up now')}
              reason={denial}
              isLoading={busy}
              onClick={() => void wake()}
            />
          )}
        </FlexItem>
      </Flex>
      {failure !== undefined && <ChangeFailure failure={failure} />}
      {failure?.code === 'late' && (
        <p>
          {t(
            'KEDA wakes a model by the annotation force-activation since version 2.18; an older one needs a request.',
          )}
        </p>
      )}
    </>
  );
}

/** What is special about a model that goes to zero: what wakes it and how long that takes, and the way to wake it before. */
export function ScaleToZero({ model }: { model: ServedModel }) {
  const { scaledObject } = model;
  const toZero = scaledObject !== undefined && (scaledObject.spec.minReplicaCount ?? 0) === 0;
  if (!toZero) return null;
  const asleep = replicasOf(model).spec === 0;
  if (!asleep && !isWokenByRequests(model) && !isKeptAwake(scaledObject)) return null;
  return <Sleeper model={model} scaledObject={scaledObject} />;
}
