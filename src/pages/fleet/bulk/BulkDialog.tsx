import { Button, Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core';
import { useCallback, useId, useMemo, useState } from 'react';
import type { ModelAccess } from '../../../data/useAccess';
import { useT } from '../../../i18n';
import type { ServedModel } from '../../../resources/servedModel';
import { BulkBoundsFields, boundsOf } from './BulkBoundsFields';
import type { BoundsText } from './BulkBoundsFields';
import { ownScaler } from './bulkBounds';
import { bulkJob } from './bulkJob';
import type { BulkJob } from './bulkJob';
import { performOf } from './bulkPerform';
import { bulkPlan } from './bulkPlan';
import type { BulkOrder } from './bulkPlan';
import { BulkPlanView } from './BulkPlanView';
import { BulkProgress } from './BulkProgress';
import { BulkRun } from './bulkRun';
import { titleOf } from './bulkWords';
import { NamespaceRights } from './NamespaceRights';
import './bulkDialog.css';

interface BulkDialogProps {
  job: BulkJob;
  models: ReadonlyMap<string, ServedModel>;
}

const noText: BoundsText = { minReplicas: '', maxReplicas: '' };

function close(): void {
  bulkJob.put(undefined);
}

/** Explains what will be done to which models, asks for the bounds, and begins. */
function BulkQuestion({ job, models }: BulkDialogProps) {
  const t = useT();
  const id = useId();
  const { act, keys } = job;
  const [text, setText] = useState(noText);
  const [rights, setRights] = useState<ReadonlyMap<string, ModelAccess>>(new Map());
  const onRights = useCallback((namespace: string, access: ModelAccess) => {
    setRights((before) => new Map(before).set(namespace, access));
  }, []);
  const chosen = useMemo(
    () => keys.map((key) => models.get(key)).filter((model) => model !== undefined),
    [keys, models],
  );
  // Zero is a minimum only where something in front of the model sees a request.
  const least = chosen.some((model) => ownScaler(model) !== undefined) ? 0 : 1;
  const bounds = boundsOf(text, least);
  const order: BulkOrder = { act, bounds: bounds ?? {} };
  const plan = bulkPlan(chosen, order, rights);
  const namespaces = [...new Set(chosen.map(({ namespace }) => namespace))];
  const asksNothing = act === 'bounds' && Object.keys(bounds ?? {}).length === 0;
  const count = asksNothing ? chosen.length : plan.todo.length;
  const labels = {
    pause: t('Pause {{count}} models', { count }),
    resume: t('Resume {{count}} models', { count }),
    bounds: t('Set the bounds of {{count}} models', { count }),
  };
  return (
    <Modal isOpen variant="medium" aria-labelledby={id} onClose={close}>
      <ModalHeader title={titleOf(act, t)} labelId={id} />
      <ModalBody>
        {namespaces.map((namespace) => (
          <NamespaceRights key={namespace} namespace={namespace} onRights={onRights} />
        ))}
        {act === 'bounds' && <BulkBoundsFields text={text} least={least} onChange={setText} />}
        {!asksNothing && <BulkPlanView act={act} plan={plan} />}
      </ModalBody>
      <ModalFooter>
        <Button
          isDisabled={asksNothing || plan.todo.length === 0}
          onClick={() => {
            const run = new BulkRun(plan.todo, performOf(order));
            bulkJob.put({ ...job, run });
            run.start();
          }}
        >
          {labels[act]}
        </Button>
        <Button variant="link" onClick={close}>
          {t('Cancel')}
        </Button>
      </ModalFooter>
    </Modal>
  );
}

/** An act on several models: the question, then what becomes of it. */
export function BulkDialog({ job, models }: BulkDialogProps) {
  return job.run === undefined ? (
    <BulkQuestion job={job} models={models} />
  ) : (
    <BulkProgress act={job.act} run={job.run} onClose={close} />
  );
}
