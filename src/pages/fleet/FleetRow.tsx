import { Td, Tr } from '@patternfly/react-table';
import { memo } from 'react';
import { Link } from 'react-router';
import { AutoscalingSwitch } from '../../components/AutoscalingSwitch';
import type { ChangeFailureFacts } from '../../components/ChangeFailure';
import { formatNumber } from '../../components/quantities';
import { ReplicaCount } from '../../components/ReplicaCount';
import { StatusLabel } from '../../components/StatusLabel';
import { switchBlock } from '../../components/switchBlock';
import { useModelChanges } from '../../data/useModelChanges';
import { useT } from '../../i18n';
import { gpusOf } from '../../resources/gpus';
import { replicasOf } from '../../resources/replicas';
import type { FleetRowData } from './fleetRows';
import { LoadNumber } from './LoadNumber';

interface FleetRowProps {
  row: FleetRowData;
  now: number;
  kedaInstalled: boolean;
  /** The load of the models is still on its way. */
  loadPending: boolean;
  /** Asks for the dialog that explains what turning on does. */
  onTurnOn: (key: string) => void;
  onFailure: (failure: ChangeFailureFacts) => void;
}

/** One model of the table. */
export const FleetRow = memo(function FleetRow(props: FleetRowProps) {
  const { row, now, kedaInstalled, loadPending, onTurnOn, onFailure } = props;
  const t = useT();
  const { model, load, status } = row;
  const changes = useModelChanges(model);
  const gpus = gpusOf(model);
  async function onSwitch(): Promise<void> {
    if (changes.next === 'turnOn') {
      onTurnOn(model.key);
      return;
    }
    const failure = await (changes.next === 'pause' ? changes.pause() : changes.resume());
    if (failure !== undefined) onFailure(failure);
  }
  return (
    <Tr>
      <Td dataLabel={t('Name')}>
        <Link to={`/llm-autoscaling/ns/${model.namespace}/inferenceservices/${model.name}`}>
          {model.name}
        </Link>
        <div className="llm-autoscaling__reason">{model.namespace}</div>
      </Td>
      <Td dataLabel={t('State')}>
        <StatusLabel status={status} now={now} />
      </Td>
      <Td dataLabel={t('Autoscaling')}>
        <AutoscalingSwitch
          name={model.name}
          isOn={changes.next === 'pause'}
          busy={changes.busy}
          reason={switchBlock({ status, kedaInstalled, reviews: changes.needs[changes.next] }, t)}
          onSwitch={() => void onSwitch()}
        />
      </Td>
      <Td dataLabel={t('Waiting')}>
        <LoadNumber load={load} name="waiting" pending={loadPending} />
      </Td>
      <Td dataLabel={t('Running')}>
        <LoadNumber load={load} name="running" pending={loadPending} />
      </Td>
      <Td dataLabel={t('Replicas')}>
        <ReplicaCount replicas={replicasOf(model)} />
      </Td>
      <Td dataLabel={t('GPUs')}>
        <span className="llm-autoscaling__number">{formatNumber(gpus.allocated)}</span>
        {gpus.pending > 0 && (
          <div className="llm-autoscaling__reason">
            {t('{{gpus}} pending', { gpus: formatNumber(gpus.pending) })}
          </div>
        )}
      </Td>
    </Tr>
  );
});
