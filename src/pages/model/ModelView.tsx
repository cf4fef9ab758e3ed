import { Alert, Flex, FlexItem } from '@patternfly/react-core';
import { Suspense, useState } from 'react';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { ChangeFailure } from '../../components/ChangeFailure';
import { KedaMissing } from '../../components/KedaMissing';
import { ReplicaCount } from '../../components/ReplicaCount';
import { StatusLabel } from '../../components/StatusLabel';
import { useIsFollowed } from '../../data/followed';
import { missingInputs } from '../../data/readError';
import type { WatchedModel } from '../../data/useServedModel';
import { useModelChanges } from '../../data/useModelChanges';
import type { ModelChanges } from '../../data/useModelChanges';
import { useNow } from '../../data/useNow';
import { useRefresh } from '../../data/useRefresh';
import { useT } from '../../i18n';
import { replicasOf } from '../../resources/replicas';
import type { ServedModel } from '../../resources/servedModel';
import { statusOf } from '../../status/statusOf';
import { GraphSkeleton } from './GraphSkeleton';
import { Findings, FollowedSave, GraphSection, LoadTests, ScaleToZero, TurnOn } from './lazyViews';
import { RunLoadTest } from './loadtest/RunLoadTest';
import './model.css';
import { ModelActions } from './ModelActions';
import { ModelSummary } from './ModelSummary';
import { ModelTabs } from './ModelTabs';
import { NodeGpus } from './NodeGpus';
import { useLiveLoad } from './useLiveLoad';
import { useLiveReplicas } from './useLiveReplicas';

interface ModelViewProps {
  model: ServedModel;
  watched: WatchedModel;
  /** Stands left of the buttons. */
  title?: ReactNode;
}

/** Everything about one model: state, rule, buttons and graphs. */
export function ModelView({ model, watched, title }: ModelViewProps) {
  const t = useT();
  const now = useNow();
  const refresh = useRefresh('15s');
  const changes = useModelChanges(model);
  const navigate = useNavigate();
  const followed = useIsFollowed(model.key);
  const [turnsOn, setTurnsOn] = useState(false);
  const [done, setDone] = useState<string>();
  const { load, away } = useLiveLoad(model);
  const live = useLiveReplicas(model, watched.missing.length === 0);
  const status = statusOf(model, load, now, missingInputs(watched.missing));
  async function run(change: () => ReturnType<ModelChanges['pause']>, message: string): Promise<void> {
    setDone(undefined);
    const failure = await change();
    if (failure === undefined) setDone(message);
  }
  const failure = turnsOn ? undefined : changes.progress?.error;
  return (
    <div>
      <Flex justifyContent={{ default: 'justifyContentSpaceBetween' }}>
        <FlexItem>{title}</FlexItem>
        <FlexItem>
          <ModelActions
            model={model}
            changes={changes}
            status={status}
            kedaInstalled={watched.kedaInstalled}
            onEdit={() => {
              void navigate(`/llm-autoscaling/ns/${model.namespace}/inferenceservices/${model.name}/policy`);
            }}
            onTurnOn={() => {
              setTurnsOn(true);
            }}
            onRun={(change, message) => void run(change, message)}
          >
            <RunLoadTest namespace={model.namespace} stopped={status.code === 'stopped'} />
          </ModelActions>
        </FlexItem>
      </Flex>
      <div className="llm-autoscaling__alerts">
        {!watched.kedaInstalled && <KedaMissing />}
        {failure !== undefined && <ChangeFailure failure={failure} />}
        {done !== undefined && <Alert isInline isLiveRegion variant="success" title={done} />}
      </div>
      <Flex className="llm-autoscaling__head" alignItems={{ default: 'alignItemsFlexStart' }}>
        <FlexItem flex={{ default: 'flex_1' }}>
          <StatusLabel status={status} now={now} />
        </FlexItem>
        {away && (
          <FlexItem>
            <NodeGpus model={model} />
          </FlexItem>
        )}
        <FlexItem>
          <ReplicaCount replicas={replicasOf(model)} t={t} />
        </FlexItem>
      </Flex>
      <ModelSummary model={model} load={load} />
      <Suspense fallback={null}>
        <Findings
          model={model}
          neighbours={watched.neighbours}
          now={now}
          unread={missingInputs(watched.missing).some(({ plural }) => plural === 'scaledobjects')}
        />
        {followed && <FollowedSave model={model} />}
        <ScaleToZero model={model} />
        <LoadTests model={model} load={load} live={live} />
      </Suspense>
      <ModelTabs
        model={model}
        overview={
          <Suspense fallback={<GraphSkeleton />}>
            <GraphSection model={model} live={live} refresh={refresh} />
          </Suspense>
        }
      />
      {turnsOn && (
        <Suspense fallback={null}>
          <TurnOn
            model={model}
            changes={changes}
            now={now}
            onClose={() => {
              setTurnsOn(false);
            }}
          />
        </Suspense>
      )}
    </div>
  );
}
