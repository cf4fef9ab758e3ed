import { Alert, Button, Modal, ModalBody, ModalFooter, ModalHeader, Spinner } from '@patternfly/react-core';
import { useId, useState } from 'react';
import { ChangeFailure } from '../../../components/ChangeFailure';
import type { ChangeError } from '../../../data/change';
import { startLoadTest } from '../../../data/loadTestRun';
import { useGpuRoom } from '../../../data/useGpuRoom';
import { useSame } from '../../../data/useSame';
import { useServices } from '../../../data/useServices';
import { useT } from '../../../i18n';
import { loadCost } from '../../../loadtest/loadCost';
import type { LoadPlan } from '../../../loadtest/loadPlan';
import { loadTestJob } from '../../../loadtest/loadTestJob';
import { labelsOf } from '../../../loadtest/loadTestLabels';
import { planProblems } from '../../../loadtest/planProblems';
import { modelImageOf, suggestedPlan } from '../../../loadtest/suggestedPlan';
import { gpusOf } from '../../../resources/gpus';
import type { ServedModel } from '../../../resources/servedModel';
import { windowOf } from '../scaleDownWindow';
import { costLines } from './costWords';
import './loadtest.css';
import { PlanFields } from './PlanFields';
import { planOfText, textOfPlan } from './planText';
import type { PlanText } from './planText';

interface LoadTestDialogProps {
  model: ServedModel;
  /** A test of this model that is under way. */
  underWay: string | undefined;
  onStarted: (job: string) => void;
  onClose: () => void;
}

/** A name that no other Job has: Kubernetes allows 63 characters of a Job, whose pod gets a suffix. */
function nameOf(model: string, now: number): string {
  return `load-${model.slice(0, 40).replace(/[^a-z0-9]+$/, '')}-${Math.floor(now / 1000).toString(36)}`;
}

function Costs({ model, plan }: { model: ServedModel; plan: LoadPlan }) {
  const t = useT();
  const room = useGpuRoom(model.namespace, useSame(gpusOf(model).resources));
  const lines = costLines(loadCost(model, plan, windowOf(model)), room, t);
  const tone = lines.some((line) => line.tone === 'warning') ? 'warning' : 'info';
  return (
    <Alert isInline className="llm-autoscaling__loadtest-cost" variant={tone} title={t('What this costs')}>
      {lines.map(({ text }) => (
        <p key={text}>{text}</p>
      ))}
    </Alert>
  );
}

/** Asks for a load test, tells what it costs, and starts it after the server's dry run. */
export function LoadTestDialog({ model, underWay, onStarted, onClose }: LoadTestDialogProps) {
  const t = useT();
  const titleId = useId();
  const { services, settled } = useServices(model.namespace);
  const [typed, setTyped] = useState<Partial<PlanText>>({});
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ChangeError>();
  const text = { ...textOfPlan(suggestedPlan(model, services)), ...typed };
  const image = modelImageOf(model);
  const plan = planOfText(text, image);
  const problems = planProblems(plan);
  async function start(): Promise<void> {
    setBusy(true);
    setFailure(undefined);
    const name = nameOf(model.name, Date.now());
    const { namespace } = model;
    const stopped = await startLoadTest(
      loadTestJob(plan, { name, namespace, labels: labelsOf(model.name, name) }),
    );
    setBusy(false);
    setFailure(stopped);
    if (stopped === undefined) onStarted(name);
  }
  return (
    <Modal isOpen variant="medium" aria-labelledby={titleId} onClose={onClose}>
      <ModalHeader
        title={t('Run a load test of {{name}}', { name: model.name })}
        labelId={titleId}
        description={t('A Job in this project runs GuideLLM against the model.')}
      />
      <ModalBody>
        {underWay !== undefined && (
          <Alert
            isInline
            variant="warning"
            title={t('A load test of this model is under way: {{job}}.', { job: underWay })}
          >
            {t('Two at once cannot be told apart in the graphs.')}
          </Alert>
        )}
        {settled ? (
          <PlanFields
            text={text}
            problems={problems}
            image={image}
            isDisabled={busy}
            onChange={(change) => {
              setTyped((before) => ({ ...before, ...change }));
            }}
          />
        ) : (
          <Spinner aria-label={t('Loading')} />
        )}
        {problems.length === 0 && <Costs model={model} plan={plan} />}
        {failure !== undefined && <ChangeFailure failure={failure} />}
      </ModalBody>
      <ModalFooter>
        <Button
          variant="primary"
          isLoading={busy}
          isDisabled={busy || !settled || problems.length > 0}
          onClick={() => {
            void start();
          }}
        >
          {t('Start')}
        </Button>
        <Button variant="link" onClick={onClose}>
          {t('Cancel')}
        </Button>
      </ModalFooter>
    </Modal>
  );
}
