import type { Translate } from '../i18n';
import type { FieldMessages, PolicyText } from './PolicyFields';
import { formatNumber } from './quantities';

/** What is wrong with a number. */
interface ValueProblem {
  code:
    | 'notANumber'
    | 'notAnInteger'
    | 'belowLimit'
    | 'maxBelowMin'
    | 'thresholdNotPositive'
    | 'thresholdTooFine';
  field: keyof PolicyText;
  limit?: number;
}

function messageOf({ code, limit }: ValueProblem, t: Translate): string {
  switch (code) {
    case 'notANumber':
      return t('Enter a number.');
    case 'notAnInteger':
      return t('Enter a whole number.');
    case 'belowLimit':
      return t('At least {{limit}}: with no replica nothing is measured, so the model would never wake.', {
        limit: formatNumber(limit ?? 1),
      });
    case 'maxBelowMin':
      return t('The maximum must not be below the minimum of {{limit}}.', {
        limit: formatNumber(limit ?? 1),
      });
    case 'thresholdNotPositive':
      return t('The threshold must be above 0.');
    case 'thresholdTooFine':
      return t('At most three decimals.');
  }
}

/** The first message of each field. */
export function policyMessages(problems: readonly ValueProblem[], t: Translate): FieldMessages {
  const messages: FieldMessages = {};
  for (const problem of problems) messages[problem.field] ??= messageOf(problem, t);
  return messages;
}

/** The numbers that are typed; what is no number becomes NaN. */
export function valuesOfText(text: PolicyText): Record<keyof PolicyText, number> {
  const read = (typed: string): number => (typed.trim() === '' ? NaN : Number(typed));
  return {
    minReplicas: read(text.minReplicas),
    maxReplicas: read(text.maxReplicas),
    threshold: read(text.threshold),
  };
}

/** Numbers as they are typed. */
export function textOfValues(values: Record<keyof PolicyText, number>): PolicyText {
  return {
    minReplicas: String(values.minReplicas),
    maxReplicas: String(values.maxReplicas),
    threshold: String(values.threshold),
  };
}
