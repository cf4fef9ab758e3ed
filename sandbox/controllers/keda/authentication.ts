import { triggerAuthenticationKind } from '../../../src/resources/kinds';
import type { KubernetesObject } from '../../../src/resources/object';
import type { Trigger } from '../../../src/resources/scaledObject';
import type { KubeClient } from '../../client/kubeClient';
import { secretKind } from '../kinds';

interface TriggerAuthentication extends KubernetesObject {
  spec: { secretTargetRef?: { parameter: string; name: string; key: string }[] };
}

interface Secret extends KubernetesObject {
  data?: Record<string, string>;
}

async function parametersOf(
  client: KubeClient,
  namespace: string,
  reference: string,
): Promise<Record<string, string>> {
  const found = await client.get<TriggerAuthentication>(triggerAuthenticationKind, namespace, reference);
  if (found === undefined) throw new Error(`TriggerAuthentication.keda.sh "${reference}" not found`);
  const parameters: Record<string, string> = {};
  for (const { parameter, name, key } of found.spec.secretTargetRef ?? []) {
    const secret = await client.get<Secret>(secretKind, namespace, name);
    // A missing Secret or key is an empty parameter, which the scaler then refuses (KEDA authentication_resolver.go).
    parameters[parameter] = Buffer.from(secret?.data?.[key] ?? '', 'base64').toString();
  }
  return parameters;
}

/**
 * The bearer token with which the trigger asks Prometheus; undefined when it uses none.
 * Throws an Error in KEDA's words when the token cannot be had.
 */
export async function bearerTokenOf(
  client: KubeClient,
  namespace: string,
  { metadata, authenticationRef }: Trigger,
): Promise<string | undefined> {
  const parameters =
    authenticationRef === undefined ? {} : await parametersOf(client, namespace, authenticationRef.name);
  const modes = (metadata.authModes ?? '').split(',').map((mode) => mode.trim());
  if (!modes.includes('bearer')) return undefined;
  const token = parameters.bearerToken ?? '';
  if (token === '') throw new Error('error parsing prometheus auth: no bearer token provided');
  return token;
}
