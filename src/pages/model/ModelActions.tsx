import { Flex, FlexItem } from '@patternfly/react-core';
import { denialOf } from '../../components/denial';
import { ExplainedButton } from '../../components/ExplainedButton';
import { switchBlock } from '../../components/switchBlock';
import type { ModelChanges } from '../../data/useModelChanges';
import { useT } from '../../i18n';
import type { ModelStatus } from '../../status/modelStatus';

interface ModelActionsProps {
  changes: ModelChanges;
  status: ModelStatus;
  kedaInstalled: boolean;
  onEdit: () => void;
  onTurnOn: () => void;
  /** Runs a change and says how it went. */
  onRun: (change: () => ReturnType<ModelChanges['pause']>, done: string) => void;
}

/** The buttons of a model: what can be done next, and why something cannot. */
export function ModelActions({ changes, status, kedaInstalled, onEdit, onTurnOn, onRun }: ModelActionsProps) {
  const t = useT();
  const { next, needs, busy, removeHpa } = changes;
  const reason = switchBlock({ status, kedaInstalled, reviews: needs[next] }, t);
  if (next === 'turnOn') {
    return (
      <ExplainedButton
        variant="primary"
        label={t('Turn on')}
        reason={reason}
        isLoading={busy}
        onClick={onTurnOn}
      />
    );
  }
  return (
    <Flex columnGap={{ default: 'columnGapSm' }}>
      {removeHpa !== undefined && (
        <FlexItem>
          <ExplainedButton
            variant="primary"
            label={t('Remove the HPA')}
            reason={denialOf(needs.removeHpa, t)}
            isLoading={busy}
            onClick={() => {
              onRun(removeHpa, t('The HPA is removed: KEDA scales the model.'));
            }}
          />
        </FlexItem>
      )}
      <FlexItem>
        {next === 'pause' ? (
          <ExplainedButton
            variant="secondary"
            label={t('Pause')}
            reason={reason}
            isLoading={busy}
            onClick={() => {
              onRun(changes.pause, t('Autoscaling is paused: the replicas stay as they are.'));
            }}
          />
        ) : (
          <ExplainedButton
            variant="primary"
            label={t('Resume')}
            reason={reason}
            isLoading={busy}
            onClick={() => {
              onRun(changes.resume, t('Autoscaling goes on.'));
            }}
          />
        )}
      </FlexItem>
      <FlexItem>
        <ExplainedButton
          variant="secondary"
          label={t('Edit policy')}
          reason={denialOf(needs.edit, t)}
          onClick={onEdit}
        />
      </FlexItem>
    </Flex>
  );
}
