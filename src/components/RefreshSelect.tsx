import { FormSelect, FormSelectOption } from '@patternfly/react-core';
import { useT } from '../i18n';
import './components.css';
import { formatDuration } from './quantities';

interface RefreshSelectProps<Choice extends string> {
  value: Choice;
  /** Choices with their periods in milliseconds; undefined: no refresh. */
  paces: Readonly<Record<Choice, number | undefined>>;
  choices: readonly Choice[];
  onChoose: (choice: Choice) => void;
}

/** Chooses how often a page fetches anew. */
export function RefreshSelect<Choice extends string>(props: RefreshSelectProps<Choice>) {
  const { value, paces, choices, onChoose } = props;
  const t = useT();
  const labelOf = (choice: Choice): string => {
    const pace = paces[choice];
    return pace === undefined
      ? t('Refresh off')
      : t('Refresh {{duration}}', { duration: formatDuration(pace) });
  };
  return (
    <FormSelect
      aria-label={t('Refresh interval')}
      className="llm-autoscaling__refresh"
      value={value}
      onChange={(_event, text) => {
        const chosen = choices.find((choice) => choice === text);
        if (chosen !== undefined) onChoose(chosen);
      }}
    >
      {choices.map((choice) => (
        <FormSelectOption key={choice} value={choice} label={labelOf(choice)} />
      ))}
    </FormSelect>
  );
}
