import { FormGroup, TextInput } from '@patternfly/react-core';
import { useId } from 'react';
import { policyMessages } from '../../../components/policyMessages';
import { useT } from '../../../i18n';
import { replicaProblem } from '../../../policy/validate';
import type { PolicyProblem } from '../../../policy/validate';
import type { BulkBounds } from './bulkBounds';

/** What is typed; an empty text keeps what each model has. */
export type BoundsText = Readonly<Record<keyof BulkBounds, string>>;

/** The bounds that are typed; undefined when they cannot be stored. `least`: of the minimum. */
export function boundsOf(text: BoundsText, least: number): BulkBounds | undefined {
  const bounds: BulkBounds = {};
  for (const field of fields) {
    if (text[field].trim() === '') continue;
    const value = Number(text[field]);
    if (problemOf(field, value, least) !== undefined) return undefined;
    bounds[field] = value;
  }
  return (bounds.maxReplicas ?? Infinity) < (bounds.minReplicas ?? 0) ? undefined : bounds;
}

const fields = ['minReplicas', 'maxReplicas'] as const;

function problemOf(field: keyof BulkBounds, value: number, least: number): PolicyProblem | undefined {
  return replicaProblem(field, value, field === 'minReplicas' ? least : 1);
}

interface BulkBoundsFieldsProps {
  text: BoundsText;
  /** The least minimum: 0 where requests wake one of the models. */
  least: number;
  onChange: (text: BoundsText) => void;
}

/** Minimum and maximum for several models. */
export function BulkBoundsFields({ text, least, onChange }: BulkBoundsFieldsProps) {
  const t = useT();
  const id = useId();
  const labels = { minReplicas: t('Minimum replicas'), maxReplicas: t('Maximum replicas') };
  const problems = fields
    .filter((field) => text[field].trim() !== '')
    .map((field) => problemOf(field, Number(text[field]), least))
    .filter((problem) => problem !== undefined);
  const [min, max] = fields.map((field) => (text[field].trim() === '' ? NaN : Number(text[field])));
  const cross =
    problems.length === 0 && max !== undefined && min !== undefined && max < min
      ? [{ code: 'maxBelowMin' as const, field: 'maxReplicas' as const, limit: min }]
      : [];
  const messages = policyMessages([...problems, ...cross], t);
  return (
    <>
      <div className="llm-autoscaling__bulk-bounds">
        {fields.map((field) => (
          <FormGroup key={field} label={labels[field]} fieldId={`${id}-${field}`}>
            <TextInput
              id={`${id}-${field}`}
              type="number"
              min={field === 'minReplicas' ? least : 1}
              step="1"
              value={text[field]}
              validated={messages[field] === undefined ? 'default' : 'error'}
              aria-describedby={`${id}-help`}
              onChange={(_event, value) => {
                onChange({ ...text, [field]: value });
              }}
            />
          </FormGroup>
        ))}
      </div>
      <p id={`${id}-help`} className="llm-autoscaling__reason" role="status">
        {messages.minReplicas ?? messages.maxReplicas ?? t('An empty field keeps what each model has.')}
      </p>
    </>
  );
}
