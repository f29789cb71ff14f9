import { X509Certificate } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { makeAuthority } from '../../src/proxy/certificates.js';
import { element, identifier, integer, time } from '../../src/proxy/der.js';

describe('makeAuthority', () => {
  const authority = makeAuthority();
  const root = new X509Certificate(authority.cert);

  test('makes a certificate that may sign others', () => {
    expect(root.ca).toBe(true);
    expect(root.verify(root.publicKey)).toBe(true);
    expect(root.subject).toBe('CN=ringback emulator of this machine');
  });

  test('certifies a host', () => {
    const { cert } = authority.certify('api.twilio.com');
    const leaf = new X509Certificate(cert);
    expect(leaf.checkIssued(root)).toBe(true);
    expect(leaf.verify(root.publicKey)).toBe(true);
    expect(leaf.ca).toBe(false);
    expect(leaf.checkHost('api.twilio.com')).toBe('api.twilio.com');
    expect(leaf.checkHost('example.com')).toBeUndefined();
    expect(leaf.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1']);
  });

  test('gives keys that belong to the certificates, and never the same', () => {
    const [one, two] = [authority.certify('api.twilio.com'), authority.certify('api.twilio.com')];
    expect(one.key).not.toBe(two.key);
    expect(new X509Certificate(one.cert).serialNumber).not.toBe(new X509Certificate(two.cert).serialNumber);
    expect(makeAuthority().cert).not.toBe(authority.cert);
  });

  test('lasts days', () => {
    const days = (Date.parse(root.validTo) - Date.parse(root.validFrom)) / 86_400_000;
    expect(days).toBe(8);
    expect(Date.parse(root.validFrom)).toBeLessThan(Date.now() - 80_000_000);
  });
});

describe('DER', () => {
  // The examples are those of X.690 and RFC 5280, or follow from their rules.
  test.each([
    ['a short length', element(0x04, Buffer.alloc(127)).subarray(0, 2), '047f'],
    ['a length of one byte', element(0x04, Buffer.alloc(128)).subarray(0, 3), '048180'],
    ['a length of two bytes', element(0x04, Buffer.alloc(435)).subarray(0, 4), '048201b3'],
    ['a number whose first bit is set', integer(Buffer.from([0x80])), '02020080'],
    ['a number whose first bit is not', integer(Buffer.from([0x7f])), '02017f'],
    ['an identifier', identifier('1.2.840.113549'), '06062a864886f70d'],
    ['a time until 2049', time(new Date('2049-12-31T23:59:59.999Z')), '170d3439313233313233353935395a'],
    ['a time after it', time(new Date('2050-01-01T00:00:00Z')), '180f32303530303130313030303030305a'],
  ])('writes %s', (_, bytes, hex) => {
    expect(bytes.toString('hex')).toBe(hex);
  });
});
