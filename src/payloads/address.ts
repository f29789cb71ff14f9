/** What addresses of every channel have. */
export interface BareAddress {
  /** The address without the prefix of its channel, as `bareAddress` gives it: for a column of a database, a comparison, a display. */
  readonly address: string;
}

/** Who calls, writes, is called or is written to; `channel` says over what, and what else there is to know. */
export type Address =
  | PhoneAddress
  | WhatsAppAddress
  | RcsAddress
  | MessengerAddress
  | SipAddress
  | ClientAddress
  | SimAddress
  | ShortCodeAddress
  | AlphanumericAddress
  | AnonymousAddress
  | OtherAddress;

/** A number of the phone network. */
export interface PhoneAddress extends BareAddress {
  /** `phone`: a number of the phone network. */
  readonly channel: 'phone';
  /** E.164, such as `+15005550006`; without the plus it is what a carrier passed on and Twilio could not complete. */
  readonly number: string;
}

/** A WhatsApp user or sender, from `whatsapp:+15005550006`. */
export interface WhatsAppAddress extends BareAddress {
  /** `whatsapp`: WhatsApp. */
  readonly channel: 'whatsapp';
  /** What stands behind the prefix: a number, or an identifier that WhatsApp gives a user for your business. */
  readonly id: string;
  /** The number in E.164, when that is what stands there. */
  readonly number?: string;
}

/** A user or an agent of RCS, from `rcs:+15005550006` or `rcs:brand_agent`. */
export interface RcsAddress extends BareAddress {
  /** `rcs`: RCS. */
  readonly channel: 'rcs';
  /** What stands behind the prefix: the number of a user, or the name of an agent. */
  readonly id: string;
  /** The number in E.164, when that is what stands there. */
  readonly number?: string;
}

/** A person or page of Facebook Messenger, from `messenger:1234567890`. */
export interface MessengerAddress extends BareAddress {
  /** `messenger`: Facebook Messenger. */
  readonly channel: 'messenger';
  /** Facebook's identifier, which is good for one page. */
  readonly id: string;
}

/** A SIP endpoint, from `sip:desk1@acme.sip.twilio.com`. */
export interface SipAddress extends BareAddress {
  /** `sip`: SIP. */
  readonly channel: 'sip';
  /** Whether the URI begins with `sips:`. */
  readonly secure: boolean;
  /** The part before the `@`, decoded: a name or a number, which `parseAddress` takes apart. A password is left out. */
  readonly user?: string;
  /** A domain or an IP address, as it was written; one of version 6 keeps its brackets. */
  readonly host: string;
  /** The port, when one is named. */
  readonly port?: number;
  /** The URI's parameters, such as `transport`; one without a value is empty. */
  readonly parameters: Readonly<Record<string, string>>;
  /** The headers that the URI carries behind its question mark, decoded, such as `User-to-User`. */
  readonly headers: Readonly<Record<string, string>>;
}

/** A client of a Voice SDK, from `client:alice`. */
export interface ClientAddress extends BareAddress {
  /** `client`: a Voice SDK. */
  readonly channel: 'client';
  /** The identity in the client's access token. */
  readonly identity: string;
}

/** A SIM, from `sim:DE0123456789abcdef0123456789abcdef`. */
export interface SimAddress extends BareAddress {
  /** `sim`: a SIM. */
  readonly channel: 'sim';
  /** The SIM as a resource: `DE…`, or `HS…` for a Super SIM. */
  readonly sid: string;
}

/** A short code: three to six digits. */
export interface ShortCodeAddress extends BareAddress {
  /** `short-code`: a short code. */
  readonly channel: 'short-code';
  /** Its digits. */
  readonly number: string;
}

/** A name in place of a number: up to eleven letters, digits, spaces and `&+-_.`, at least one of them a letter. */
export interface AlphanumericAddress extends BareAddress {
  /** `alphanumeric`: a name in place of a number. */
  readonly channel: 'alphanumeric';
  /** The name. Nobody can answer to it. */
  readonly sender: string;
}

/** A caller who is not told. */
export interface AnonymousAddress extends BareAddress {
  /** `anonymous`: somebody who is not told. */
  readonly channel: 'anonymous';
  /** The word that the carrier gave. Some spell it on the keypad: `+266696687` is `anonymous`, and no number. */
  readonly reason: AnonymousReason;
}

/** Why a caller is not told. */
export type AnonymousReason = 'anonymous' | 'blocked' | 'private' | 'restricted' | 'unavailable' | 'unknown' | 'withheld';

/** Anything else: the SID of an application, an address of another channel, an empty text. */
export interface OtherAddress extends BareAddress {
  /** `other`: anything else. */
  readonly channel: 'other';
  /** What stands before the first colon, in lower case, such as `viber`; absent when there is none. */
  readonly scheme?: string;
  /** The whole text, without the space around it. */
  readonly text: string;
}

/**
 * Takes the text of a `From` or `To` apart, of any channel. It also reads the target of a SIP transfer, with a name and angle brackets around
 * its URI. It takes any text, never throws, and says `other` to what it does not know.
 *
 * @example
 * const caller = parseAddress(call.From);
 * if (caller.channel === 'phone') lookUp(caller.number);
 */
export function parseAddress(text: string): Address {
  return { ...readAddress(unwrapText(text)), address: bareAddress(text) };
}

/**
 * The address without the prefix of its channel: `+15005550006` of `whatsapp:+15005550006`, `alice` of `client:alice`, `desk1@acme.com` of
 * `sip:desk1@acme.com:5060;transport=tls`. What has no prefix that is known stays as it is, without the space around it.
 *
 * @example
 * const customer = await customers.find({ phone: bareAddress(message.From) });
 */
export function bareAddress(text: string): string {
  const whole = unwrapText(text);
  const colon = whole.indexOf(':');
  const scheme = whole.slice(0, Math.max(colon, 0)).toLowerCase();
  const rest = whole.slice(colon + 1);
  if (scheme === 'sip' || scheme === 'sips') return writeSip(readSip(rest, false)) ?? rest;
  if (scheme === 'tel') return readTel(rest)?.number ?? rest;
  return readers.has(scheme) ? rest : whole;
}

function writeSip(sip: Unaddressed<SipAddress> | undefined): string | undefined {
  return sip?.user === undefined ? sip?.host : `${sip.user}@${sip.host}`;
}

function unwrapText(text: unknown): string {
  return typeof text === 'string' ? unwrap(text.trim()) : '';
}

function readAddress(bare: string): Unaddressed<Address> {
  const reason = REASONS.get(bare.toLowerCase());
  if (reason !== undefined) return { channel: 'anonymous', reason };
  if (PHONE.test(bare)) return { channel: 'phone', number: bare };
  if (SHORT_CODE.test(bare)) return { channel: 'short-code', number: bare };
  const colon = bare.indexOf(':');
  if (colon !== -1) {
    const scheme = bare.slice(0, colon).toLowerCase();
    return readers.get(scheme)?.(bare.slice(colon + 1)) ?? { channel: 'other', scheme, text: bare };
  }
  if (ALPHANUMERIC.test(bare) && /[A-Za-z]/.test(bare)) return { channel: 'alphanumeric', sender: bare };
  return { channel: 'other', text: bare };
}

/** An address that is being made. */
type Unaddressed<One> = One extends unknown ? Omit<One, 'address'> : never;

const PHONE = /^\+?\d{7,15}$/;
const E164 = /^\+\d{7,15}$/;
const SHORT_CODE = /^\d{3,6}$/;
const ALPHANUMERIC = /^[A-Za-z0-9 &+_.-]{1,11}$/;

/** The words, and the numbers that spell them on a keypad. */
const REASONS: ReadonlyMap<string, AnonymousReason> = /* @__PURE__ */ new Map([
  ['anonymous', 'anonymous'],
  ['+266696687', 'anonymous'],
  ['266696687', 'anonymous'],
  ['blocked', 'blocked'],
  ['+2562533', 'blocked'],
  ['2562533', 'blocked'],
  ['private', 'private'],
  ['restricted', 'restricted'],
  ['+7378742833', 'restricted'],
  ['7378742833', 'restricted'],
  ['unavailable', 'unavailable'],
  ['+86282452253', 'unavailable'],
  ['86282452253', 'unavailable'],
  ['unknown', 'unknown'],
  ['+8656696', 'unknown'],
  ['8656696', 'unknown'],
  ['withheld', 'withheld'],
]);

const readers: ReadonlyMap<string, (rest: string) => Unaddressed<Address> | undefined> = /* @__PURE__ */ new Map<
  string,
  (rest: string) => Unaddressed<Address> | undefined
>([
  ['whatsapp', (id) => ({ channel: 'whatsapp', id, ...(E164.test(id) && { number: id }) })],
  ['rcs', (id) => ({ channel: 'rcs', id, ...(E164.test(id) && { number: id }) })],
  ['messenger', (id) => ({ channel: 'messenger', id })],
  ['sip', (rest) => readSip(rest, false)],
  ['sips', (rest) => readSip(rest, true)],
  ['tel', readTel],
  ['client', (identity) => ({ channel: 'client', identity })],
  ['sim', (sid) => ({ channel: 'sim', sid })],
]);

/** Takes a URI out of the angle brackets and the name that it may stand in. A colon before them means that they are part of something else. */
function unwrap(text: string): string {
  const open = text.indexOf('<');
  const close = text.indexOf('>', open);
  if (open === -1 || close === -1 || text.slice(0, open).includes(':')) return text;
  const inner = text.slice(open + 1, close).trim();
  return /^(?:sips?|tel):/i.test(inner) ? inner : text;
}

function readTel(rest: string): Unaddressed<PhoneAddress> | undefined {
  const [dialled = ''] = rest.split(';', 1);
  const number = dialled.replace(/[-.() ]/g, '');
  return PHONE.test(number) ? { channel: 'phone', number } : undefined;
}

function readSip(uri: string, secure: boolean): Unaddressed<SipAddress> | undefined {
  const at = uri.indexOf('@');
  const [place = '', ...carried] = uri.slice(at + 1).split('?');
  const [authority = '', ...parameters] = place.split(';');
  const [, host = authority, port] = /^(\[[^\]]*\]|[^:]*)(?::(\d{1,5}))?$/.exec(authority) ?? [];
  if (host === '') return undefined;
  const [user = ''] = uri.slice(0, Math.max(at, 0)).split(':', 1);
  return {
    channel: 'sip',
    secure,
    ...(user !== '' && { user: decode(user) }),
    host,
    ...(port !== undefined && { port: Number(port) }),
    parameters: readPairs(parameters),
    headers: readPairs(carried.join('?').split('&')),
  };
}

/** Reads `name=value` pairs. `Object.fromEntries` makes every name an own property, `__proto__` too. */
function readPairs(pairs: readonly string[]): Record<string, string> {
  const named = pairs.filter((pair) => pair !== '');
  return Object.fromEntries(
    named.map((pair) => {
      const equals = pair.indexOf('=');
      return equals === -1 ? [decode(pair), ''] : [decode(pair.slice(0, equals)), decode(pair.slice(equals + 1))];
    }),
  );
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
