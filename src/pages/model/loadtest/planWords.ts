import { formatNumber } from '../../../components/quantities';
import type { Translate } from '../../../i18n';
import type { LoadProfile, LoadStep } from '../../../loadtest/loadPlan';
import { burst } from '../../../loadtest/loadPlan';
import type { PlanProblem } from '../../../loadtest/planProblems';

/** What a profile is called. */
export function profileWord(profile: LoadProfile, t: Translate): string {
  const words = { constant: t('Constant'), burst: t('Burst'), sweep: t('Sweep') };
  return words[profile];
}

/** What a profile does. */
export function profileHelp(profile: LoadProfile, t: Translate): string {
  switch (profile) {
    case 'constant':
      return t('One rate for the whole time.');
    case 'burst':
      return t(
        '{{base}} requests per second for {{before}} s, then the rate, then {{base}} again for {{after}} s: shows scaling up and down.',
        { base: burst.baseRate, before: burst.beforeSeconds, after: burst.afterSeconds },
      );
    case 'sweep':
      return t('One request at a time, then as many as possible, then steps between: what a replica can do.');
  }
}

/** The rates of a test in their order, such as "0.5 -> 5 -> 0.5 requests per second". */
export function stepsWords(steps: readonly LoadStep[], t: Translate): string {
  const rates = steps.flatMap(({ rate }) => (rate === undefined ? [] : [formatNumber(rate)]));
  return rates.length === 0
    ? t('{{count}} steps of a sweep', { count: steps.length })
    : t('{{rates}} requests per second', { rates: rates.join(' → ') });
}

/** What is wrong with a field. */
export function problemWords({ code, least = 0, most = 0 }: PlanProblem, t: Translate): string {
  switch (code) {
    case 'missing':
      return t('Required.');
    case 'url':
      return t(
        'An address such as http://llama-predictor.my-project.svc:8080, without /v1 and without a slash at its end.',
      );
    case 'notANumber':
      return t('A number is needed.');
    case 'notAnInteger':
      return t('A whole number is needed.');
    case 'range':
      return t('From {{least}} to {{most}}.', { least: formatNumber(least), most: formatNumber(most) });
  }
}
