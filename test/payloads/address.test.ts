import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bareAddress, type Address as Parsed, parseAddress } from '../../src/payloads/index.js';
import { anyText } from './any-text.js';

/** What is expected of a text, but for the bare address, which has tests of its own. */
type Address = Parsed extends infer One ? (One extends unknown ? Omit<One, 'address'> : never) : never;

const sip = { channel: 'sip', secure: false, parameters: {}, headers: {} } as const;

describe('parseAddress', () => {
  test.each<[string, Address]>([
    ['+15005550006', { channel: 'phone', number: '+15005550006' }],
    [' +15005550006\n', { channel: 'phone', number: '+15005550006' }],
    ['5005550006', { channel: 'phone', number: '5005550006' }],
    ['tel:+1-500-555-0006;ext=7', { channel: 'phone', number: '+15005550006' }],
    ['whatsapp:+15005550006', { channel: 'whatsapp', id: '+15005550006', number: '+15005550006' }],
    ['WhatsApp:US.13491208655302741918', { channel: 'whatsapp', id: 'US.13491208655302741918' }],
    ['rcs:+15005550006', { channel: 'rcs', id: '+15005550006', number: '+15005550006' }],
    ['rcs:brand_agent', { channel: 'rcs', id: 'brand_agent' }],
    ['messenger:1234567890', { channel: 'messenger', id: '1234567890' }],
    ['client:alice', { channel: 'client', identity: 'alice' }],
    ['client:alice:7', { channel: 'client', identity: 'alice:7' }],
    ['client:a<sip:b@c>', { channel: 'client', identity: 'a<sip:b@c>' }],
    ['sim:DE0123456789abcdef0123456789abcdef', { channel: 'sim', sid: 'DE0123456789abcdef0123456789abcdef' }],
    ['12345', { channel: 'short-code', number: '12345' }],
    ['ACME Corp.', { channel: 'alphanumeric', sender: 'ACME Corp.' }],
    ['anonymous', { channel: 'anonymous', reason: 'anonymous' }],
    ['Restricted', { channel: 'anonymous', reason: 'restricted' }],
    ['+266696687', { channel: 'anonymous', reason: 'anonymous' }],
    ['+86282452253', { channel: 'anonymous', reason: 'unavailable' }],
    ['', { channel: 'other', text: '' }],
    ['AP5566778899aabbcc5566778899aabbcc', { channel: 'other', text: 'AP5566778899aabbcc5566778899aabbcc' }],
    ['viber:42', { channel: 'other', scheme: 'viber', text: 'viber:42' }],
    ['constructor:42', { channel: 'other', scheme: 'constructor', text: 'constructor:42' }],
    ['+1', { channel: 'other', text: '+1' }],
    ['tel:none', { channel: 'other', scheme: 'tel', text: 'tel:none' }],
  ])('reads %j', (text, address) => {
    expect(parseAddress(text)).toStrictEqual({ ...address, address: bareAddress(text) });
  });

  test.each<[string, Address]>([
    ['sip:desk1@acme.sip.twilio.com', { ...sip, user: 'desk1', host: 'acme.sip.twilio.com' }],
    ['sip:%2B15005550006@acme.sip.twilio.com:5061', { ...sip, user: '+15005550006', host: 'acme.sip.twilio.com', port: 5061 }],
    ['sips:acme.example', { ...sip, secure: true, host: 'acme.example' }],
    [
      'sip:bob:hunter2@[2001:db8::1]:5060;transport=tls;lr',
      { ...sip, user: 'bob', host: '[2001:db8::1]', port: 5060, parameters: { transport: 'tls', lr: '' } },
    ],
    ['sip:+1;ext=2@h', { ...sip, user: '+1;ext=2', host: 'h' }],
    [
      '<sip:agent@acme.example?User-to-User=1234&X-A=b%20c>',
      { ...sip, user: 'agent', host: 'acme.example', headers: { 'User-to-User': '1234', 'X-A': 'b c' } },
    ],
    ['"Bob" <sip:bob@h>;tag=1', { ...sip, user: 'bob', host: 'h' }],
    ['sip:100%@h', { ...sip, user: '100%', host: 'h' }],
    ['sip:bob@', { channel: 'other', scheme: 'sip', text: 'sip:bob@' }],
  ])('reads the SIP address %j', (text, address) => {
    expect(parseAddress(text)).toStrictEqual({ ...address, address: bareAddress(text) });
  });

  test('reads any text, without throwing', () => {
    const piece = fc.constantFrom(
      'sip:',
      'client:',
      '<',
      '>',
      '@',
      ';',
      '?',
      '&',
      '=',
      '%',
      '%2B',
      '+',
      '[',
      ']',
      ':',
      '__proto__',
      'a',
      '1',
    );
    const text = fc.oneof(
      anyText,
      fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(text, (any) => {
        expect(typeof parseAddress(any).channel).toBe('string');
      }),
    );
  });

  test('keeps a hostile name an own property', () => {
    const address = parseAddress('sip:a@b?__proto__=evil');
    if (address.channel !== 'sip') throw new Error('expected a SIP address');
    expect(Object.getPrototypeOf(address.headers)).toBe(Object.prototype);
    expect(Object.keys(address.headers)).toEqual(['__proto__']);
  });

  test('reads what is no text at all as something else', () => {
    for (const value of [undefined, null, 42, Object.create(null), ['+15005550006']])
      expect(parseAddress(value as never)).toEqual({ channel: 'other', text: '', address: '' });
  });

  test('reads a text of a megabyte', () => {
    for (const start of ['sip:', '<', '', 'sip:a@b;', 'sip:a@b?']) {
      expect(parseAddress(start + ';&=<@'.repeat(200_000)).channel).toMatch(/^(?:sip|other)$/);
    }
  });
});

describe('bareAddress', () => {
  test.each([
    ['+15005550006', '+15005550006'],
    [' whatsapp:+15005550006', '+15005550006'],
    ['WhatsApp:US.1349', 'US.1349'],
    ['rcs:brand_agent', 'brand_agent'],
    ['messenger:1234567890', '1234567890'],
    ['client:alice:7', 'alice:7'],
    ['sim:DE0123456789abcdef0123456789abcdef', 'DE0123456789abcdef0123456789abcdef'],
    ['tel:+1-500-555-0006;ext=7', '+15005550006'],
    ['sip:desk1:secret@acme.com:5060;transport=tls?a=b', 'desk1@acme.com'],
    ['"Desk" <sips:desk1@acme.com>', 'desk1@acme.com'],
    ['sip:acme.com', 'acme.com'],
    ['viber:abc', 'viber:abc'],
    ['ACME Corp.', 'ACME Corp.'],
    ['12345', '12345'],
    ['', ''],
  ])('makes %j to %j', (text, bare) => {
    expect(bareAddress(text)).toBe(bare);
    expect(parseAddress(text).address).toBe(bare);
  });

  test('takes any text and never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(bareAddress(text)).toBeTypeOf('string');
      }),
    );
    expect(bareAddress(undefined as never)).toBe('');
  });
});
