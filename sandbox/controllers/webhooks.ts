import { inferenceServiceKind, scaledObjectKind } from '../../src/resources/kinds';
import { createKubeClient } from '../client/kubeClient';
import type { AdmissionHook } from '../cluster/admission';
import { controllerUser } from '../cluster/rbac';
import { listen } from './httpListener';
import { kedaRefusal } from './webhooks/kedaRules';
import { defaultingPatch } from './webhooks/kserveDefaults';
import { kserveRefusal } from './webhooks/kserveRules';
import { reviewAnswer } from './webhooks/review';

const paths = {
  defaulter: '/mutate-serving-kserve-io-v1beta1-inferenceservice',
  validator: '/validate-serving-kserve-io-v1beta1-inferenceservice',
  keda: '/validate-keda-sh-v1alpha1-scaledobject',
} as const;

function hooksAt(url: string, keda: boolean): AdmissionHook[] {
  const writes = ['CREATE', 'UPDATE'] as const;
  return [
    {
      name: 'inferenceservice.kserve-webhook-server.defaulter',
      kind: inferenceServiceKind,
      operations: writes,
      url: url + paths.defaulter,
      mutating: true,
      failurePolicy: 'Fail',
    },
    {
      name: 'inferenceservice.kserve-webhook-server.validator',
      kind: inferenceServiceKind,
      operations: writes,
      url: url + paths.validator,
      mutating: false,
      failurePolicy: 'Fail',
    },
    ...(keda
      ? [
          {
            name: 'vscaledobject.kb.io',
            kind: scaledObjectKind,
            operations: writes,
            url: url + paths.keda,
            mutating: false,
            failurePolicy: 'Ignore' as const,
          },
        ]
      : []),
  ];
}

/**
 * Serves the admission webhooks of KServe and, with `keda`, of KEDA. `apiUrl` is asked when a webhook needs to see other
 * objects: the API server starts after its hooks.
 */
export async function startWebhooks(options: {
  apiUrl: () => string;
  keda: boolean;
}): Promise<{ hooks: AdmissionHook[]; close(): Promise<void> }> {
  const listener = await listen((url, body) =>
    reviewAnswer(body, async (review) => {
      if (url.pathname === paths.defaulter) return { patch: defaultingPatch(review.object) };
      if (url.pathname === paths.validator) return { ...kserveRefusal(review) };
      if (url.pathname !== paths.keda) throw new Error(`there is no webhook at ${url.pathname}`);
      return kedaRefusal(createKubeClient(options.apiUrl(), controllerUser), review);
    }),
  );
  return { hooks: hooksAt(listener.url, options.keda), close: () => listener.close() };
}
