import { Flex, FlexItem } from '@patternfly/react-core';
import { useState } from 'react';
import { ChangeFailure } from '../../../components/ChangeFailure';
import { denialOf } from '../../../components/denial';
import { ExplainedButton } from '../../../components/ExplainedButton';
import { formatDuration } from '../../../components/quantities';
import { useModelPods } from '../../../data/useModelPods';
import { useWarmUp } from '../../../data/useWarmUp';
import { useT } from '../../../i18n';
import type { Translate } from '../../../i18n';
import type { ScaledObject } from '../../../resources/scaledObject';
import { isKeptAwake, isWokenByRequests } from '../../../resources/scaleToZero';
import { coldStartOf } from '../../../resources/coldStart';
import { replicasOf } from '../../../resources/replicas';
import type { ServedModel } from '../../../resources/servedModel';
import { readsOwnQueue } from '../../../status/measuredLoad';

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

function wakeWords(model: ServedModel, scaledObject: ScaledObject, t: Translate): string {
  return isWokenByRequests(model) ? idleWords(scaledObject, t) : unwokenWords(model, t);
}

/** The last start that was seen, in milliseconds: of the replicas of now, and once they are gone, of before. */
function useColdStart({ namespace, name, deployment }: ServedModel): number | undefined {
  const { data } = useModelPods(namespace, name);
  const [seen, setSeen] = useState<number>();
  const now = coldStartOf(data, deployment);
  if (now !== undefined && now !== seen) setSeen(now);
  return now ?? seen;
}

interface SleeperProps {
  model: ServedModel;
  scaledObject: ScaledObject;
}

function Sleeper({ model, scaledObject }: SleeperProps) {
  const t = useT();
  const { needs, busy, progress, wake, letSleep } = useWarmUp(model, scaledObject);
  const asleep = replicasOf(model).spec === 0;
  const kept = isKeptAwake(scaledObject);
  const denial = denialOf([needs], t);
  const coldStart = useColdStart(model);
  const failure = progress?.error;
  return (
    <>
      <Flex columnGap={{ default: 'columnGapMd' }} alignItems={{ default: 'alignItemsCenter' }}>
        <FlexItem>
          {kept
            ? t('Kept awake: it does not go to zero until that is taken back.')
            : wakeWords(model, scaledObject, t)}{' '}
          {coldStart !== undefined && t('The last start took {{time}}.', { time: formatDuration(coldStart) })}
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
          {!kept && asleep && (
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
