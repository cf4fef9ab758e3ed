/** Dropped by OpenShift's kube-state-metrics whatever the profile (cluster-monitoring-operator, its denylist). */
const dropped = [
  /^kube_.+_(?:created|annotations)$/,
  /^kube_pod_container_status_(?:running|terminated)$/,
  /^kube_pod_status_scheduled$/,
];
/** Of the full collection profile, which is the usual one, only. */
const fullOnly = [/^kube_horizontalpodautoscaler_status_(?:condition|target_metric)$/];

const isOf =
  (patterns: readonly RegExp[]) =>
  (name: string): boolean =>
    patterns.some((pattern) => pattern.test(name));

/** Whether OpenShift never has a series of this name, though kube-state-metrics knows it. */
export const isDropped = isOf(dropped);
/** Whether only the full collection profile has a series of this name. */
export const isFullOnly = isOf(fullOnly);

/** The names of kube-state-metrics in a text. */
export const stateNames = (text: string): string[] =>
  [...text.matchAll(/\bkube_[a-z_]+[a-z]\b/g)].map(([name]) => name);
