import type { Decision } from '../../../decisions/decision';
import type { NamedMark } from '../../../graphs/MarkStrip';
import type { TimeAxis } from '../../../graphs/timeAxis';
import { momentLabel } from '../../../graphs/timeTicks';
import type { Translate } from '../../../i18n';
import { causeWords, changeWords, decisionArithmetic } from './decisionWords';

function textOf(decision: Decision, moment: string, t: Translate): string {
  const arithmetic = decisionArithmetic(decision, t);
  const parts = [moment, changeWords(decision), causeWords(decision.cause, t)];
  return [parts.join(' · '), arithmetic].filter((part) => part !== undefined).join(': ');
}

/** The marks of the decisions on the axis, with their words. */
export function decisionMarks(
  decisions: readonly Decision[],
  { domain }: TimeAxis,
  t: Translate,
): NamedMark[] {
  return decisions
    .filter(({ at }) => at >= domain.start && at <= domain.end)
    .map((decision) => ({
      key: `${String(decision.at)} ${decision.cause}`,
      at: decision.at,
      label: changeWords(decision),
      text: textOf(decision, momentLabel(decision.at, domain), t),
    }));
}
