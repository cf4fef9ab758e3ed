import { Button, Tooltip } from '@patternfly/react-core';
import type { ButtonProps } from '@patternfly/react-core';

interface ExplainedButtonProps {
  label: string;
  variant: NonNullable<ButtonProps['variant']>;
  /** Why it cannot be pressed; undefined when it can. */
  reason: string | undefined;
  isLoading?: boolean;
  onClick: () => void;
}

/** A button that says on hover and focus why it cannot be pressed. */
export function ExplainedButton({ label, variant, reason, isLoading, onClick }: ExplainedButtonProps) {
  const button = (
    <Button
      variant={variant}
      isAriaDisabled={reason !== undefined || isLoading === true}
      isLoading={isLoading === true}
      onClick={onClick}
    >
      {label}
    </Button>
  );
  return reason === undefined ? button : <Tooltip content={reason}>{button}</Tooltip>;
}
