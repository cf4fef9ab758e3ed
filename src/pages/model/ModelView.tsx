import { Alert, Flex, FlexItem } from '@patternfly/react-core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { ChangeFailure } from '../../components/ChangeFailure';
import { ReplicaCount } from '../../components/ReplicaCount';
import { StatusLabel } from '../../components/StatusLabel';
import { missingInputs } from '../../data/readError';
import type { WatchedModel } from '../../data/useServedModel';
import { useModelChanges } from '../../data/useModelChanges';
import type { ModelChanges } from '../../data/useModelChanges';
import { useNow } from '../../data/useNow';
import { useT } from '../../i18n';
import { replicasOf } from '../../resources/replicas';
import type { ServedModel } from '../../resources/servedModel';
import { statusOf } from '../../status/statusOf';
import { EditDialog } from './EditDialog';
import { GraphSection } from './GraphSection';
import './model.css';
import { ModelActions } from './ModelActions';
import { modelLoadOf } from './modelLoad';
import { ModelSummary } from './ModelSummary';
import { TurnOn } from './TurnOn';
import { useGraphRange } from './useGraphRange';
import { useModelSeries } from './useModelSeries';

interface ModelViewProps {
  model: ServedModel;
  watched: WatchedModel;
  /** Stands left of the buttons. */
  title?: ReactNode;
}

type Dialog = 'edit' | 'turnOn';

/** Everything about one model: state, rule, buttons and graphs. */
export function ModelView({ model, watched, title }: ModelViewProps) {
  const t = useT();
  const now = useNow();
  const range = useGraphRange();
  const series = useModelSeries(model, range.rangeAt);
  const changes = useModelChanges(model);
  const [dialog, setDialog] = useState<Dialog>();
  const [done, setDone] = useState<string>();
  const load = modelLoadOf(model, series);
  const status = statusOf(model, load, now, missingInputs(watched.missing));
  const close = (message?: string): void => {
    setDialog(undefined);
    setDone(message);
  };
  async function run(change: () => ReturnType<ModelChanges['pause']>, message: string): Promise<void> {
    setDone(undefined);
    const failure = await change();
    if (failure === undefined) setDone(message);
  }
  const failure = dialog === undefined ? changes.progress?.error : undefined;
  return (
    <>
      <Flex justifyContent={{ default: 'justifyContentSpaceBetween' }}>
        <FlexItem>{title}</FlexItem>
        <FlexItem>
          <ModelActions
            changes={changes}
            status={status}
            kedaInstalled={watched.kedaInstalled}
            onEdit={() => {
              setDialog('edit');
            }}
            onTurnOn={() => {
              setDialog('turnOn');
            }}
            onRun={(change, message) => void run(change, message)}
          />
        </FlexItem>
      </Flex>
      {!watched.kedaInstalled && <Alert isInline variant="info" title={t('KEDA is not installed')} />}
      {failure !== undefined && <ChangeFailure failure={failure} />}
      {done !== undefined && <Alert isInline isLiveRegion variant="success" title={done} />}
      <Flex className="llm-autoscaling__head" alignItems={{ default: 'alignItemsFlexStart' }}>
        <FlexItem flex={{ default: 'flex_1' }}>
          <StatusLabel status={status} now={now} />
        </FlexItem>
        <FlexItem>
          <ReplicaCount replicas={replicasOf(model)} />
        </FlexItem>
      </Flex>
      <ModelSummary model={model} load={load} />
      <GraphSection model={model} state={series} range={range} now={now} />
      {dialog === 'edit' && (
        <EditDialog
          model={model}
          changes={changes}
          now={now}
          onSaved={() => {
            close(t('Saved: ScaledObject and HPA carry the new values.'));
          }}
          onClose={close}
        />
      )}
      {dialog === 'turnOn' && <TurnOn model={model} changes={changes} now={now} onClose={close} />}
    </>
  );
}
