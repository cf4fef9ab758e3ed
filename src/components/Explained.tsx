import { Tooltip } from '@patternfly/react-core';
import type { ReactElement } from 'react';
import './components.css';

interface ExplainedProps {
  /** Why the control is disabled; undefined when it is not. */
  reason: string | undefined;
  children: ReactElement;
}

/** Says on hover and on focus why a control is disabled. */
export function Explained({ reason, children }: ExplainedProps) {
  if (reason === undefined) return children;
  return (
    <Tooltip content={reason}>
      {/* A disabled control takes no focus itself. */}
      <span tabIndex={0} className="llm-autoscaling__explained">
        {children}
        <span className="llm-autoscaling__unseen">{reason}</span>
      </span>
    </Tooltip>
  );
}
