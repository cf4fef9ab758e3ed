import { createHash } from 'node:crypto';

/** What the API server adds to a new object; the uid is the same each time. `since` is RFC 3339. */
export function born(
  kind: string,
  { namespace, name }: { namespace?: string; name: string },
  since: string,
): { uid: string; creationTimestamp: string; generation: number } {
  const hex = createHash('md5')
    .update(`${kind} ${namespace ?? ''}/${name}`)
    .digest('hex');
  const uid = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join(
    '-',
  );
  return { uid, creationTimestamp: since, generation: 1 };
}
