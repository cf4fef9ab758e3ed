import type { K8sModel } from '@openshift-console/dynamic-plugin-sdk';
import { useK8sModels } from '@openshift-console/dynamic-plugin-sdk/lib/utils/k8s/hooks/useK8sModels';
import { useModelsLoaded } from '@openshift-console/dynamic-plugin-sdk/lib/utils/k8s/hooks/useModelsLoaded';
import { resourceSegment } from './path';

/** The kind that a segment of a path names; undefined when the API does not serve it, or while `loaded` is false. */
export function useModelOfPath(segment: string): { model: K8sModel | undefined; loaded: boolean } {
  const [models] = useK8sModels();
  const loaded = useModelsLoaded();
  const model = models[segment] ?? Object.values(models).find((one) => resourceSegment(one) === segment);
  return { model, loaded };
}
