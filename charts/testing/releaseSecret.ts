/** A field of a protobuf message: its number, and its bytes or its number as text. */
interface Field {
  number: number;
  bytes: Buffer;
}

/** Reads a varint at `offset`; returns it with the offset behind it. */
function varint(message: Buffer, offset: number): [value: number, next: number] {
  let value = 0;
  let factor = 1;
  for (let at = offset; ; at++) {
    const byte = message.readUInt8(at);
    value += (byte & 0x7f) * factor;
    if (byte < 0x80) return [value, at + 1];
    factor *= 0x80;
  }
}

/** The length-delimited fields of a message (https://protobuf.dev/programming-guides/encoding); varints are skipped. */
function fieldsOf(message: Buffer): Field[] {
  const fields: Field[] = [];
  let offset = 0;
  while (offset < message.length) {
    const [tag, start] = varint(message, offset);
    const [value, next] = varint(message, start);
    const wireType = tag & 7;
    if (wireType !== 0 && wireType !== 2) throw new Error(`unexpected wire type ${wireType.toString()}`);
    offset = wireType === 2 ? next + value : next;
    if (wireType === 2) fields.push({ number: tag >> 3, bytes: message.subarray(next, offset) });
  }
  return fields;
}

const allOf = (fields: Field[], number: number): Buffer[] =>
  fields.filter((field) => field.number === number).map(({ bytes }) => bytes);

const textOf = (fields: Field[], number: number): string => allOf(fields, number)[0]?.toString('utf8') ?? '';

function mapOf(fields: Field[], number: number, encoding: BufferEncoding): Record<string, string> {
  const entries = allOf(fields, number).map((entry) => {
    const parts = fieldsOf(entry);
    return [textOf(parts, 1), allOf(parts, 2)[0]?.toString(encoding) ?? ''] as const;
  });
  return Object.fromEntries(entries);
}

/**
 * The Secret that Helm keeps a release in, from protobuf to JSON: Helm's typed client sends protobuf, which the
 * sandbox's API server does not read. Field numbers: k8s.io/api/core/v1 and apimachinery's generated.proto.
 */
export function releaseSecretJson(body: Buffer, namespace: string): string {
  // "k8s\0", then runtime.Unknown with the object in field 2.
  const [raw] = allOf(fieldsOf(body.subarray(4)), 2);
  const secret = fieldsOf(raw ?? Buffer.alloc(0));
  const metadata = fieldsOf(allOf(secret, 1)[0] ?? Buffer.alloc(0));
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: {
      name: textOf(metadata, 1),
      // Helm leaves it to the server, which takes it from the path.
      namespace,
      labels: mapOf(metadata, 11, 'utf8'),
    },
    data: mapOf(secret, 2, 'base64'),
    type: textOf(secret, 3),
  });
}
