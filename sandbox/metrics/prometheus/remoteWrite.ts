import type { Labels } from '../seriesStore';

/** Samples of one series, oldest first. A value that is undefined marks the series as ended there. */
export interface SeriesWrite {
  labels: Labels;
  samples: readonly { timeMs: number; value: number | undefined }[];
}

/** The NaN by which Prometheus knows a stale marker (model/value: StaleNaN), which JavaScript cannot hold as a number. */
const staleBits = 0x7ff0000000000002n;

/** Protobuf wire types. */
const varintType = 0;
const fixed64Type = 1;
const bytesType = 2;

function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 0x80) {
    bytes.push((rest % 0x80) + 0x80);
    rest = Math.floor(rest / 0x80);
  }
  bytes.push(rest);
  return bytes;
}

const tag = (field: number, type: number): number => field * 8 + type;

function nested(field: number, content: Buffer): Buffer {
  return Buffer.concat([Buffer.from([tag(field, bytesType), ...varint(content.length)]), content]);
}

const text = (field: number, value: string): Buffer => nested(field, Buffer.from(value));

/** More than a sample takes: its tag and length, the tag and 8 bytes of its value, the tag and 6 bytes of its time. */
const sampleBytes = 20;
const valueTag = tag(1, fixed64Type);
const timeTag = tag(2, varintType);

/** All samples of a series; into one buffer, as there are millions of them in a day's history. */
function encodedSamples(samples: SeriesWrite['samples']): Buffer {
  const buffer = Buffer.allocUnsafe(samples.length * sampleBytes);
  let end = 0;
  for (const { timeMs, value } of samples) {
    buffer[end] = tag(2, bytesType);
    const start = end + 2;
    buffer[start] = valueTag;
    if (value === undefined) buffer.writeBigUInt64LE(staleBits, start + 1);
    else buffer.writeDoubleLE(value, start + 1);
    buffer[start + 9] = timeTag;
    let at = start + 10;
    for (const byte of varint(timeMs)) {
      buffer[at] = byte;
      at += 1;
    }
    buffer[end + 1] = at - start;
    end = at;
  }
  return buffer.subarray(0, end);
}

function series({ labels, samples }: SeriesWrite): Buffer {
  // Prometheus wants labels in the order of their names, and none that is empty.
  const names = Object.keys(labels)
    .filter((name) => labels[name] !== '')
    .sort();
  return Buffer.concat([
    ...names.map((name) => nested(1, Buffer.concat([text(1, name), text(2, labels[name] ?? '')]))),
    encodedSamples(samples),
  ]);
}

/** The bytes in Snappy's block format, all of them as literals: nothing is saved, and loopback does not mind. */
function uncompressedSnappy(content: Buffer): Buffer {
  const parts: Buffer[] = [Buffer.from(varint(content.length))];
  const piece = 0x10000;
  for (let at = 0; at < content.length; at += piece) {
    const literal = content.subarray(at, at + piece);
    // 61 << 2: a literal whose length, less one, follows in two bytes.
    const header = Buffer.from([61 << 2, 0, 0]);
    header.writeUInt16LE(literal.length - 1, 1);
    parts.push(header, literal);
  }
  return Buffer.concat(parts);
}

/** A WriteRequest of Prometheus' remote-write protocol 1.0 (prompb/remote.proto). */
export function writeRequest(all: readonly SeriesWrite[]): Buffer {
  return uncompressedSnappy(Buffer.concat(all.map((one) => nested(1, series(one)))));
}
