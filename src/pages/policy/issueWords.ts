import { formatNumber } from '../../components/quantities';
import type { Translate } from '../../i18n';
import type { PolicyField, PolicyIssue } from '../../policy/policyProblems';

/** What is wrong, as a sentence at its field. */
export function issueWords({ code, limit = 0 }: Pick<PolicyIssue, 'code' | 'limit'>, t: Translate): string {
  const words: Record<PolicyIssue['code'], string> = {
    notANumber: t('Enter a number.'),
    notAnInteger: t('Enter a whole number.'),
    belowLimit: t(
      'At least {{limit}}: with no replica nothing is measured, so the model would never wake. Scaling to zero needs the KEDA HTTP add-on.',
      { limit: formatNumber(limit) },
    ),
    maxBelowMin: t('The maximum must not be below the minimum of {{limit}}.', { limit: formatNumber(limit) }),
    thresholdNotPositive: t('The threshold must be above 0.'),
    thresholdTooFine: t('At most three decimals.'),
    windowOutOfRange: t('Between 0 and {{limit}} seconds.', { limit: formatNumber(limit) }),
    noTriggers: t('At least one trigger: KEDA refuses a policy without any.'),
    queryEmpty: t('Enter a query.'),
    serverAddressEmpty: t('Enter the address of a Prometheus.'),
    namespaceMissing: t('Port 9092 answers only to queries with a namespace.'),
    sameTrigger: t('Another trigger has the same query.'),
    scaleMetric: t('The model has a scaleMetric, which KServe does not accept together with KEDA.'),
    notRawMode: t('KEDA scales models in the deployment mode Standard only.'),
    nameTooLong: t('The name is too long for KEDA: at most {{limit}} characters.', {
      limit: formatNumber(limit),
    }),
  };
  return words[code];
}

/** The sentence for a field, of one trigger or of the policy; undefined when nothing is wrong with it. */
export function messageAt(
  issues: readonly PolicyIssue[],
  field: PolicyField,
  t: Translate,
  trigger?: number,
): string | undefined {
  const issue = issues.find((one) => one.field === field && one.trigger === trigger);
  return issue && issueWords(issue, t);
}
