import { Button, FormSelect, FormSelectOption, HelperText, HelperTextItem } from '@patternfly/react-core';
import { PlayIcon, StopIcon } from '@patternfly/react-icons';
import { useState, useSyncExternalStore } from 'react';
import type { SandboxChange } from '../../../control';
import { changeState, knownState, subscribeState } from './sandboxState';
import { SimulatedClock } from './SimulatedClock';

const speeds = [1, 5, 10, 30];

/** Says that this is a real cluster, and whether it can be changed from here. */
function RealBar({ context, readOnly }: { context: string; readOnly: boolean }) {
  return (
    <section aria-label="Real cluster" className="sandbox__bar">
      <strong>Real cluster</strong>
      <span className="sandbox__bar-field">{context}</span>
      <span className="sandbox__bar-description">
        {readOnly ? 'Read only: start with --write to change something' : 'Changes are passed on to it'}
      </span>
    </section>
  );
}

/** Steers the sandbox. It stands above the console and looks unlike it: a real console has nothing of it. */
export function SandboxBar() {
  const { state, failure } = useSyncExternalStore(subscribeState, knownState);
  const [busy, setBusy] = useState(false);
  const change = (wanted: SandboxChange): void => {
    setBusy(true);
    void changeState(wanted).finally(() => {
      setBusy(false);
    });
  };
  if (state.real !== undefined) return <RealBar {...state.real} />;
  const description = state.scenarios.find(({ name }) => name === state.scenario)?.description;
  return (
    <section aria-label="Sandbox" className="sandbox__bar">
      <strong>Sandbox</strong>
      <label className="sandbox__bar-field">
        Scenario
        <FormSelect
          aria-label="Scenario"
          className="sandbox__bar-select"
          value={state.scenario}
          isDisabled={busy}
          onChange={(_event, scenario) => {
            change({ scenario });
          }}
        >
          {state.scenarios.map(({ name, title }) => (
            <FormSelectOption key={name} value={name} label={title} />
          ))}
        </FormSelect>
      </label>
      <Button
        variant="primary"
        size="sm"
        isDisabled={busy}
        icon={state.load ? <StopIcon /> : <PlayIcon />}
        onClick={() => {
          change({ load: !state.load });
        }}
      >
        {state.load ? 'Stop load' : 'Start load'}
      </Button>
      <label className="sandbox__bar-field">
        User
        <FormSelect
          aria-label="User"
          value={state.user}
          isDisabled={busy}
          onChange={(_event, user) => {
            change({ user });
          }}
        >
          {state.users.map(({ name, title }) => (
            <FormSelectOption key={name} value={name} label={title} />
          ))}
        </FormSelect>
      </label>
      <label className="sandbox__bar-field">
        Clock speed
        <FormSelect
          aria-label="Clock speed"
          value={state.speed}
          isDisabled={busy}
          onChange={(_event, speed) => {
            change({ speed: Number(speed) });
          }}
        >
          {[...new Set([...speeds, state.speed])].map((speed) => (
            <FormSelectOption key={speed} value={speed} label={`${String(speed)}x`} />
          ))}
        </FormSelect>
      </label>
      <SimulatedClock />
      {description !== undefined && <span className="sandbox__bar-description">{description}</span>}
      {failure !== undefined && (
        <HelperText isLiveRegion>
          <HelperTextItem variant="error">{failure}</HelperTextItem>
        </HelperText>
      )}
    </section>
  );
}
