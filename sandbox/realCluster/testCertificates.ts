import type { KeyObject } from 'node:crypto';
import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** A certificate and its key, as PEM. */
export interface Certificate {
  cert: string;
  key: string;
}

/** An authority for tests, and what it signs. */
export interface Authority {
  ca: string;
  /** A certificate for 127.0.0.1. */
  server(): Certificate;
  /** A certificate whose common name is the user. */
  client(user: string): Certificate;
}

const longLength = (length: number): number[] =>
  length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];

/** One value of ASN.1 in DER. */
function der(tag: number, ...contents: Buffer[]): Buffer {
  const body = Buffer.concat(contents);
  const { length } = body;
  const size = length < 128 ? [length] : longLength(length);
  return Buffer.concat([Buffer.from([tag, ...size]), body]);
}

const sequence = (...contents: Buffer[]): Buffer => der(0x30, ...contents);
/** An object identifier, as hexadecimal of its content. */
const identifier = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'));
const octets = (content: Buffer): Buffer => der(0x04, content);
const bits = (content: Buffer): Buffer => der(0x03, Buffer.from([0]), content);

const ecdsaWithSha256 = sequence(identifier('2a8648ce3d040302'));
const nameOf = (name: string): Buffer =>
  sequence(der(0x31, sequence(identifier('550403'), der(0x0c, Buffer.from(name)))));
const time = (date: Date): Buffer => der(0x18, Buffer.from(date.toISOString().replace(/[-:T]|\.\d+/g, '')));

const authorityExtension = sequence(
  identifier('551d13'),
  der(0x01, Buffer.from([0xff])),
  octets(sequence(der(0x01, Buffer.from([0xff])))),
);
const loopbackExtension = sequence(
  identifier('551d11'),
  octets(sequence(der(0x87, Buffer.from([127, 0, 0, 1])))),
);

const pem = (what: string, content: Buffer): string =>
  `-----BEGIN ${what}-----\n${content.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END ${what}-----\n`;

interface Wanted {
  subject: string;
  publicKey: KeyObject;
  extensions: Buffer[];
}

/** X.509 version 3, signed by `signer` in the name of "Test authority", valid for two days around now. */
function certificate({ subject, publicKey, extensions }: Wanted, signer: KeyObject): string {
  const day = 86_400_000;
  const serial = Buffer.concat([Buffer.from([1]), randomBytes(8)]);
  const content = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, serial),
    ecdsaWithSha256,
    nameOf('Test authority'),
    sequence(time(new Date(Date.now() - day)), time(new Date(Date.now() + day))),
    nameOf(subject),
    publicKey.export({ type: 'spki', format: 'der' }),
    ...(extensions.length === 0 ? [] : [der(0xa3, sequence(...extensions))]),
  );
  return pem('CERTIFICATE', sequence(content, ecdsaWithSha256, bits(sign('sha256', content, signer))));
}

/** Makes an authority; no program is needed for it. */
export function createAuthority(): Authority {
  const own = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const issue = (subject: string, extensions: Buffer[]): Certificate => {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const cert = certificate({ subject, publicKey, extensions }, own.privateKey);
    return { cert, key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
  };
  return {
    ca: certificate(
      { subject: 'Test authority', publicKey: own.publicKey, extensions: [authorityExtension] },
      own.privateKey,
    ),
    server: () => issue('127.0.0.1', [loopbackExtension]),
    client: (user) => issue(user, []),
  };
}
