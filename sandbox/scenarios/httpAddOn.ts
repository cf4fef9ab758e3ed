import { interceptorService } from '../engines/ingress/ingress';
import type { Service } from '../../src/resources/service';

/** Where the KEDA HTTP add-on is installed, beside KEDA (docs/scale-to-zero.md). */
export const addOnNamespace = 'openshift-keda';

/** The Service of its interceptor, to which the Routes of models that sleep lead. */
export function interceptorObject(): Service {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: interceptorService, namespace: addOnNamespace },
    spec: { ports: [{ name: 'proxy', port: 8080, targetPort: 'proxy' }] },
  };
}
