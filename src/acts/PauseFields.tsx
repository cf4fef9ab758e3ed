import { Radio } from '@patternfly/react-core';
import { useId } from 'react';
import { policyMessages } from '../components/policyMessages';
import { cutRequests } from '../consequences/cutRequests';
import { useT } from '../i18n';
import { fixedProblem } from '../policy/fixedReplicas';
import type { PauseWish } from '../policy/pausePatch';
import { replicasOf } from '../resources/replicas';
import type { ServedModel } from '../resources/servedModel';
import './acts.css';
import { ConsequenceList } from './ConsequenceList';
import { Field } from './Field';
import { pauseKinds, pauseWords } from './pauseChoices';

interface PauseKindsProps {
  kind: PauseWish['kind'];
  isDisabled: boolean;
  onChange: (kind: PauseWish['kind']) => void;
}

/** The ways to pause, each with what it does. */
export function PauseKinds({ kind, isDisabled, onChange }: PauseKindsProps) {
  const t = useT();
  const group = useId();
  return (
    <div role="radiogroup" aria-label={t('What is paused')} className="llm-autoscaling__acts-form">
      {pauseKinds.map((one) => {
        const { name, effect } = pauseWords(one, t);
        return (
          <Radio
            key={one}
            id={`${group}-${one}`}
            name={group}
            label={name}
            description={effect}
            isChecked={kind === one}
            isDisabled={isDisabled}
            onChange={() => {
              onChange(one);
            }}
          />
        );
      })}
    </div>
  );
}

interface PinnedAtProps {
  model: ServedModel;
  typed: string;
  isDisabled: boolean;
  onChange: (typed: string) => void;
}

/** The number of replicas of a pause, with what fewer of them do to requests. */
export function PinnedAt({ model, typed, isDisabled, onChange }: PinnedAtProps) {
  const t = useT();
  const { spec = 1 } = replicasOf(model);
  const replicas = typed.trim() === '' ? NaN : Number(typed);
  const problem = fixedProblem(replicas);
  return (
    <>
      <Field
        label={t('Replicas while paused')}
        value={typed}
        message={policyMessages(problem === undefined ? [] : [problem], t).minReplicas}
        isDisabled={isDisabled}
        onChange={onChange}
      />
      {problem === undefined && replicas < spec && (
        <ConsequenceList consequences={[cutRequests(model, spec - replicas)]} triggers={[]} />
      )}
    </>
  );
}
