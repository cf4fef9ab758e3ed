import {
  CheckCircleIcon,
  DownloadIcon,
  ExclamationCircleIcon,
  ExclamationTriangleIcon,
  HourglassHalfIcon,
  OffIcon,
  SyncAltIcon,
  UnknownIcon,
} from '@patternfly/react-icons';
import type { ComponentType } from 'react';
import { useT } from '../../../i18n';
import type { PodState, PodStateCode } from '../../../resources/podState';
import { podStateReasons, podStateWord } from './podStateWords';

type Tone = 'success' | 'info' | 'warning' | 'danger' | 'neutral';

const looks: Record<PodStateCode, readonly [ComponentType, Tone]> = {
  failed: [ExclamationCircleIcon, 'danger'],
  unknown: [UnknownIcon, 'warning'],
  waitsForNode: [ExclamationTriangleIcon, 'warning'],
  creating: [DownloadIcon, 'info'],
  loading: [SyncAltIcon, 'info'],
  ready: [CheckCircleIcon, 'success'],
  terminating: [HourglassHalfIcon, 'neutral'],
  completed: [OffIcon, 'neutral'],
};

interface PodStateLabelProps {
  state: PodState;
  /** Milliseconds since 1970. */
  now: number;
}

/** The state of a pod: icon, word, and the lines that explain it. */
export function PodStateLabel({ state, now }: PodStateLabelProps) {
  const t = useT();
  const [Picture, tone] = looks[state.code];
  return (
    <div className="llm-autoscaling__status">
      <span className={`llm-autoscaling__tone llm-autoscaling__tone--${tone}`}>
        <Picture />
      </span>
      <div>
        <span className="llm-autoscaling__state">{podStateWord(state.code, t)}</span>
        {podStateReasons(state, now, t).map((reason) => (
          <div key={reason} className="llm-autoscaling__reason">
            {reason}
          </div>
        ))}
      </div>
    </div>
  );
}
