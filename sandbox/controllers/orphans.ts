import type { Kind } from '../../src/resources/kinds';
import type { KubeClient } from '../client/kubeClient';
import { isMissingKind } from './requests';

/**
 * Deletes what a controller made for an owner that went meanwhile: the API server's own collection only sees what was
 * there when the owner went. A real cluster's garbage collector looks for owners that are absent.
 */
export async function removeOrphans(
  client: KubeClient,
  kinds: readonly Kind[],
  namespace: string,
  owner: { kind: string; name: string },
): Promise<void> {
  for (const kind of kinds) {
    try {
      const { items } = await client.list(kind, namespace);
      const orphans = items.filter(({ metadata }) =>
        metadata.ownerReferences?.some(
          (reference) =>
            reference.controller === true && reference.kind === owner.kind && reference.name === owner.name,
        ),
      );
      for (const { metadata } of orphans) await client.remove(kind, namespace, metadata.name);
    } catch (error) {
      if (!isMissingKind(error)) throw error;
    }
  }
}
