import type { Translate } from '../i18n';

/** Metrics of a model's autoscaling that no policy edits, and that stay beside its triggers. */
export function keptMetricsWords(metrics: readonly string[], t: Translate): string {
  return t(
    'These metrics stay as they are and count as well: {{metrics}}. What asks for most replicas decides.',
    { metrics: metrics.join(', ') },
  );
}

/** The same where the queue takes their place. */
export function replacedMetricsWords(metrics: readonly string[], t: Translate): string {
  return t('The requests that wait take the place of these metrics: {{metrics}}.', {
    metrics: metrics.join(', '),
  });
}
