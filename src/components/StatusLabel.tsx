import {
  CheckCircleIcon,
  ExclamationCircleIcon,
  ExclamationTriangleIcon,
  HourglassHalfIcon,
  LongArrowAltDownIcon,
  LongArrowAltUpIcon,
  MinusCircleIcon,
  PauseCircleIcon,
  QuestionCircleIcon,
  SyncAltIcon,
} from '@patternfly/react-icons';
import type { ReactElement } from 'react';
import { useT } from '../i18n';
import type { Translate } from '../i18n';
import type { ModelStatus, StatusCode, Tone } from '../status/modelStatus';
import './components.css';
import { statusReason, statusTitle } from './statusReason';
import { statusWord } from './statusWords';

// Elements and not components: React passes over what is the same one as before.
const ownIcons: Partial<Record<StatusCode, ReactElement>> = {
  scalingUp: <LongArrowAltUpIcon />,
  scalingDown: <LongArrowAltDownIcon />,
  holding: <HourglassHalfIcon />,
  loading: <SyncAltIcon />,
  paused: <PauseCircleIcon />,
  held: <PauseCircleIcon />,
  unknown: <QuestionCircleIcon />,
};
const toneIcons: Record<Tone, ReactElement> = {
  success: <CheckCircleIcon />,
  info: <SyncAltIcon />,
  warning: <ExclamationTriangleIcon />,
  danger: <ExclamationCircleIcon />,
  neutral: <MinusCircleIcon />,
};

interface StatusViewProps {
  status: ModelStatus;
  /** Why it is in this state, in words; "" for none. */
  reason: string;
  t: Translate;
}

/** The state of a model: icon, word, and the line with its reason. */
export function StatusView({ status, reason, t }: StatusViewProps) {
  return (
    <div className="llm-autoscaling__status">
      <span className={`llm-autoscaling__tone llm-autoscaling__tone--${status.tone}`}>
        {ownIcons[status.code] ?? toneIcons[status.tone]}
      </span>
      <div>
        <span className="llm-autoscaling__state">{statusTitle(statusWord(status.code, t), status, t)}</span>
        {reason !== '' && (
          <div className="llm-autoscaling__reason" title={reason}>
            {reason}
          </div>
        )}
      </div>
    </div>
  );
}

interface StatusLabelProps {
  status: ModelStatus;
  /** Milliseconds since 1970. */
  now: number;
}

/** The state of a model with its reason at a time. */
export function StatusLabel({ status, now }: StatusLabelProps) {
  const t = useT();
  return <StatusView status={status} reason={statusReason(status, now, t) ?? ''} t={t} />;
}
