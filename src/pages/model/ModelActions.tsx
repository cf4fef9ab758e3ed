import { Flex, FlexItem } from '@patternfly/react-core';
import { Suspense } from 'react';
import type { ReactNode } from 'react';
import { denialOf } from '../../components/denial';
import { ExplainedButton } from '../../components/ExplainedButton';
import { switchBlock } from '../../components/switchBlock';
import type { ModelChanges } from '../../data/useModelChanges';
import { useT } from '../../i18n';
import { holdOf } from '../../resources/pause';
import type { ServedModel } from '../../resources/servedModel';
import type { ModelStatus } from '../../status/modelStatus';
import { ActsMenu } from './lazyViews';

interface ModelActionsProps {
  model: ServedModel;
  changes: ModelChanges;
  status: ModelStatus;
  kedaInstalled: boolean;
  onEdit: () => void;
  onTurnOn: () => void;
  /** Runs a change and says how it went. */
  onRun: (change: () => ReturnType<ModelChanges['pause']>, done: string) => void;
  /** Buttons that change nothing of the scaling; the menu stands after them. */
  children: ReactNode;
}

/** The buttons of a model: what can be done next, and why something cannot. */
export function ModelActions(props: ModelActionsProps) {
  const { model, changes, status, kedaInstalled, onEdit, onTurnOn, onRun } = props;
  const t = useT();
  const { next, needs, busy } = changes;
  const reason = switchBlock(
    { model, status, kedaInstalled, turnsOn: next === 'turnOn', reviews: needs[next] },
    t,
  );
  const held = model.scaledObject !== undefined && holdOf(model.scaledObject) !== undefined;
  const withMenu = (buttons: ReactNode) => (
    <Flex columnGap={{ default: 'columnGapSm' }}>
      {buttons}
      <FlexItem>{props.children}</FlexItem>
      <FlexItem>
        <Suspense fallback={null}>
          <ActsMenu model={model} status={status} kedaInstalled={kedaInstalled} />
        </Suspense>
      </FlexItem>
    </Flex>
  );
  const resume = (
    <ExplainedButton
      variant="primary"
      label={t('Resume')}
      reason={switchBlock({ model, status, kedaInstalled, turnsOn: false, reviews: needs.resume }, t)}
      isLoading={busy}
      onClick={() => {
        onRun(changes.resume, t('Autoscaling goes on.'));
      }}
    />
  );
  const edit = (
    <FlexItem>
      <ExplainedButton
        variant="secondary"
        label={t('Edit policy')}
        reason={denialOf(needs.edit, t)}
        onClick={onEdit}
      />
    </FlexItem>
  );
  if (next === 'turnOn') {
    return withMenu(
      <FlexItem>
        <ExplainedButton
          variant="primary"
          label={t('Turn on')}
          reason={reason}
          isLoading={busy}
          onClick={onTurnOn}
        />
      </FlexItem>,
    );
  }
  return withMenu(
    <>
      {held && <FlexItem>{resume}</FlexItem>}
      <FlexItem>
        {next === 'pause' ? (
          <ExplainedButton
            variant="secondary"
            label={t('Pause')}
            reason={reason}
            isLoading={busy}
            onClick={() => {
              onRun(() => changes.pause(), t('Autoscaling is paused: the replicas stay as they are.'));
            }}
          />
        ) : (
          resume
        )}
      </FlexItem>
      {edit}
    </>,
  );
}
