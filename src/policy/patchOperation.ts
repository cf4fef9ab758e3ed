/** One operation of a JSON patch (RFC 6902), of the kinds that this project sends. */
export type PatchOperation =
  { op: 'test' | 'add' | 'replace'; path: string; value: unknown } | { op: 'remove'; path: string };

/** A key as one step of a JSON pointer (RFC 6901: "~" is "~0", "/" is "~1"). */
export function pointerStep(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
