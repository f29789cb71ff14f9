import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { bits, element, identifier, integer, octets, sequence, tagged, text, time, yes } from './der.js';

/** A certificate with its key, as PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/** An authority that lives as long as the program: its key is in memory alone. */
export interface Authority {
  /** Its certificate, as PEM. */
  readonly cert: string;
  /** Makes a certificate for a host. */
  certify(host: string): Certificate;
}

/** Certificates last a week; some clients refuse those that begin in their future, so that they begin a day ago. */
const DAY_MS = 86_400_000;

const ECDSA_WITH_SHA256 = sequence(identifier('1.2.840.10045.4.3.2'));

/** What the names of a certificate may be, and so the hosts that the authority can speak for, whoever gets hold of it. */
const DOMAINS = ['twilio.com', 'twiliocdn.com'];

/** Makes an authority that clients trust for hosts of Twilio alone. */
export function makeAuthority(): Authority {
  const keys = makeKeys();
  const name = nameOf('ringback emulator of this machine');
  const cert = makeCertificate({
    issuer: name,
    subject: name,
    publicKey: keys.publicKey,
    signer: keys.privateKey,
    extensions: [
      extension('2.5.29.19', sequence(yes), 'critical'),
      // It signs certificates (bit 5).
      extension('2.5.29.15', bits(Buffer.from([0x04]), 2), 'critical'),
      extension('2.5.29.30', sequence(tagged(0, true, ...DOMAINS.map((domain) => sequence(dnsName(domain))))), 'critical'),
      extension('2.5.29.14', octets(keyId(keys.publicKey))),
    ],
  });
  return {
    cert,
    certify(host) {
      const { publicKey, privateKey } = makeKeys();
      const made = makeCertificate({
        issuer: name,
        subject: nameOf(host),
        publicKey,
        signer: keys.privateKey,
        extensions: [
          extension('2.5.29.19', sequence(), 'critical'),
          // It signs the handshake (bit 0).
          extension('2.5.29.15', bits(Buffer.from([0x80]), 7), 'critical'),
          extension('2.5.29.37', sequence(identifier('1.3.6.1.5.5.7.3.1'))),
          extension('2.5.29.17', sequence(dnsName(host))),
          extension('2.5.29.14', octets(keyId(publicKey))),
          extension('2.5.29.35', sequence(tagged(0, false, keyId(keys.publicKey)))),
        ],
      });
      return { cert: made, key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
    },
  };
}

function makeKeys(): { publicKey: KeyObject; privateKey: KeyObject } {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' });
}

/** What a certificate says. */
interface Contents {
  readonly issuer: Uint8Array;
  readonly subject: Uint8Array;
  readonly publicKey: KeyObject;
  readonly signer: KeyObject;
  readonly extensions: readonly Uint8Array[];
}

/** Writes a certificate (RFC 5280, section 4.1) and signs it. */
function makeCertificate({ issuer, subject, publicKey, signer, extensions }: Contents): string {
  const contents = sequence(
    // Version 3.
    tagged(0, true, integer(Buffer.from([2]))),
    // A first byte that is not 0, so that no byte is one too many.
    integer(Buffer.concat([Buffer.from([1]), randomBytes(15)])),
    ECDSA_WITH_SHA256,
    issuer,
    sequence(time(new Date(Date.now() - DAY_MS)), time(new Date(Date.now() + 7 * DAY_MS))),
    subject,
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(3, true, sequence(...extensions)),
  );
  const certificate = sequence(contents, ECDSA_WITH_SHA256, bits(sign('sha256', contents, signer)));
  const lines = certificate.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

function extension(id: string, value: Uint8Array, critical?: 'critical'): Buffer {
  return sequence(identifier(id), ...(critical === undefined ? [] : [yes]), octets(value));
}

/** A name by nothing but its common name. */
function nameOf(commonName: string): Buffer {
  return sequence(element(0x31, sequence(identifier('2.5.4.3'), text(commonName))));
}

function dnsName(host: string): Buffer {
  return tagged(2, false, Buffer.from(host));
}

/** Tells keys apart: by the hash that the standard proposes, of the whole key. */
function keyId(key: KeyObject): Buffer {
  return createHash('sha1')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest();
}
