interface ModelName {
  namespace: string;
  name: string;
}

/**
 * Whether the matchers of a selector (without the braces) give all series of this model's engines and nothing else. The
 * Service has to be this model's (odh-model-controller scrapes <name>-metrics); the namespace may be left out, for the
 * tenancy port adds it. Any other matcher may leave series out, or all of them: what it gives is not known.
 */
export function selectsModel(labels: string, { namespace, name }: ModelName): boolean {
  const service = `service="${name}-metrics"`;
  const matchers = labels.split(',').filter((matcher) => matcher !== '');
  return (
    matchers.includes(service) &&
    matchers.every((matcher) => matcher === service || matcher === `namespace="${namespace}"`)
  );
}
