import { formatDuration, formatNumber } from '../../../components/quantities';
import type { Decision, DecisionCause } from '../../../decisions/decision';
import type { Translate } from '../../../i18n';

/** The change in figures, such as "3 → 6". */
export function changeWords({ from, to }: Decision): string {
  return from === to ? formatNumber(to) : `${formatNumber(from)} → ${formatNumber(to)}`;
}

/** Why the replicas changed, in a few words. */
export function causeWords(cause: DecisionCause, t: Translate): string {
  const words: Record<DecisionCause, string> = {
    load: t('The load rose'),
    windowEnded: t('The load stayed low for all of the scale-down window'),
    minimumRaised: t('The minimum was raised'),
    minimumLowered: t('The minimum was lowered'),
    maximumRaised: t('The maximum was raised'),
    maximumLowered: t('The maximum was lowered'),
    woken: t('Woken from 0 replicas'),
    idle: t('Nothing came: scaled to 0'),
    paused: t('Paused or switched off: the HPA is gone, the replicas stay'),
    resumed: t('Autoscaling began or went on: an HPA is there'),
    manual: t('Changed by hand or by another controller, not by the HPA'),
    hpa: t('The HPA decided by a metric that is not shown here'),
    unexplained: t('The load that was measured does not explain it'),
  };
  return words[cause];
}

/** The arithmetic behind it, such as "24 / 2 = 12, limited to 6"; undefined when it is not known. */
export function decisionArithmetic({ arithmetic, to }: Decision, t: Translate): string | undefined {
  if (arithmetic === undefined) return undefined;
  const facts = {
    load: formatNumber(arithmetic.load),
    threshold: formatNumber(arithmetic.threshold),
    wants: formatNumber(arithmetic.wants),
    limit: formatNumber(to),
  };
  switch (arithmetic.limitedTo) {
    case 'max':
      return t('{{load}} / {{threshold}} = {{wants}}, limited to {{limit}}', facts);
    case 'min':
      return t('{{load}} / {{threshold}} = {{wants}}, at least {{limit}}', facts);
    case 'pace':
      return t('{{load}} / {{threshold}} = {{wants}}, {{limit}} in this step', facts);
    case undefined:
      return t('{{load}} / {{threshold}} = {{wants}}', facts);
  }
}

/** How the added replicas became ready; undefined where none was added. */
export function readinessWords({ readiness }: Decision, t: Translate): string | undefined {
  if (readiness === undefined) return undefined;
  const { ready, added, seconds } = readiness;
  if (added === 1 && seconds === undefined) return t('It does not serve');
  if (seconds === undefined) return t('None of the {{added}} added serves', { added: formatNumber(added) });
  const facts = {
    ready: formatNumber(ready),
    added: formatNumber(added),
    time: formatDuration(seconds * 1000),
  };
  if (added === 1) return t('It serves after {{time}}', facts);
  return ready === added
    ? t('All {{added}} added serve after {{time}}', facts)
    : t('{{ready}} of the {{added}} added serve after {{time}}', facts);
}
