import { Spinner, Switch } from '@patternfly/react-core';
import { useId } from 'react';
import type { Translate } from '../i18n';
import { Explained } from './Explained';

interface AutoscalingSwitchProps {
  /** Name of the model. */
  name: string;
  isOn: boolean;
  /** A change is under way: the switch shows what was seen last and takes no clicks. */
  busy: boolean;
  /** It is not known yet whether it can be switched: it takes no clicks, and needs no explanation that goes at once. */
  checking: boolean;
  /** Why it cannot be switched. */
  reason: string | undefined;
  onSwitch: (on: boolean) => void;
  t: Translate;
}

/** Switches the autoscaling of a model. It shows what the cluster says, not what was clicked. */
export function AutoscalingSwitch(props: AutoscalingSwitchProps) {
  const { name, isOn, busy, checking, reason, onSwitch, t } = props;
  const id = useId();
  return (
    <div className="llm-autoscaling__switch">
      <Explained reason={reason}>
        <Switch
          id={id}
          aria-label={t('Autoscaling of {{name}}', { name })}
          isChecked={isOn}
          isDisabled={busy || checking || reason !== undefined}
          onChange={(_event, on) => {
            onSwitch(on);
          }}
        />
      </Explained>
      {busy && <Spinner size="md" aria-label={t('The change of {{name}} is under way', { name })} />}
    </div>
  );
}
