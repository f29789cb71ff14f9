import type { FieldType } from '../../delivery/field-type.js';
import { isSid } from '../../payloads/index.js';
import { isKnownName } from './known-names.js';
import { isWay } from './redact-head.js';

const REDACTED = 'redacted';

/** Numbers that tell where somebody is. */
const PRIVATE_NUMBERS: readonly string[] = ['Latitude', 'Longitude'];

/** What stands before addresses and URLs; any other word before a colon may be part of a text. */
const SCHEMES = /^((?:sips?|https?|client|messenger|sim|rcs|whatsapp|fb-messenger|identity|tel|sms):)?(.*)$/is;

/**
 * Takes out of webhooks what belongs to people: names, numbers, places, texts, tokens. What is not known to be harmless is taken out, and
 * what is the same before is the same after, so that the webhooks of one call still belong together.
 */
export class Redactor {
  readonly #sids = new Map<string, string>();
  readonly #phones = new Map<string, string>();
  readonly #names = new Map<string, string>();

  /** Redacts the name of a parameter, or a key in JSON: one that Twilio is not known to send may be somebody's own. */
  redactName(name: string): string {
    if (isKnownName(name)) return name;
    const replaced = this.#names.get(name) ?? `${REDACTED}${this.#names.size + 1}`;
    this.#names.set(name, replaced);
    return replaced;
  }

  /** Redacts a parameter. Values that its schema knows, numbers and dates stay. */
  redactParameter(name: string, value: string, type: FieldType | undefined): string {
    if (value === '' || type?.values.includes(value)) return value;
    if (type?.name === 'number' && isSmallNumber(value) && !PRIVATE_NUMBERS.includes(name)) return value;
    if (type?.name === 'true or false' && /^(?:true|false|[01])$/i.test(value)) return value;
    if (type?.name === 'date' && (isDate(value) || isEpoch(value))) return value;
    return this.redactText(value);
  }

  /** Redacts what JSON holds. */
  redactJson(value: unknown, types?: ReadonlyMap<string, FieldType>): unknown {
    if (typeof value === 'string') return isDate(value) ? value : this.redactText(value);
    if (typeof value === 'number') return Math.abs(value) < 1e6 ? value : 0;
    if (Array.isArray(value)) return value.map((item: unknown) => this.redactJson(item, types));
    if (typeof value !== 'object' || value === null) return value;
    const redacted = Object.entries(value).map(([name, item]) => [this.redactName(name), this.#redactField(name, item, types?.get(name))]);
    return Object.fromEntries(redacted);
  }

  #redactField(name: string, value: unknown, type: FieldType | undefined): unknown {
    if (typeof value === 'string') return this.redactParameter(name, value, type);
    // What a number under a key of somebody's own means, nobody knows.
    if (typeof value === 'number' && !isKnownName(name)) return 0;
    return PRIVATE_NUMBERS.includes(name) || PRIVATE_NUMBERS.includes(capitalise(name)) ? 0 : this.redactJson(value);
  }

  /** Redacts a text, and leaves what shape it had: a SID, a number, an address, JSON. */
  redactText(text: string): string {
    if (isIdentifier(text)) return this.#replaceSid(text);
    const [, scheme = '', rest = ''] = SCHEMES.exec(text) ?? [];
    if (/^\+\d{6,15}$/.test(rest)) return `${scheme}${this.#replacePhone(rest)}`;
    if (/^sips?:$/i.test(scheme)) return `${scheme}${REDACTED}@example.com`;
    if (/^https?:$/i.test(scheme)) return this.#redactUrl(text);
    if (scheme !== '') return `${scheme}${REDACTED}`;
    return /^\s*[[{]/.test(text) ? this.#redactJsonText(text) : REDACTED;
  }

  /** Redacts path and query of a URL; of the query the names that Twilio sends stay. */
  redactPath(path: string): string {
    const [way = '', query] = path.split('?', 2);
    const segments = way.split('/').map((segment) => this.#redactSegment(segment));
    if (query === undefined) return segments.join('/');
    const names = query.split('&').map((pair) => this.redactName(pair.split('=', 1)[0] ?? ''));
    return `${segments.join('/')}?${names.map((name) => `${name}=${REDACTED}`).join('&')}`;
  }

  /** Words may be names: those that say what a URL is for stay, and no others. */
  #redactSegment(segment: string): string {
    if (isIdentifier(segment)) return this.#replaceSid(segment);
    return isWay(segment) ? segment : REDACTED;
  }

  /** Of Twilio's own resources the path tells what they are, and holds nothing but SIDs. */
  #redactUrl(url: string): string {
    const [, origin, path = ''] =
      /^(https:\/\/(?:api|chat|conversations|mcs|media|taskrouter|video)(?:\.us1|\.ie1|\.au1)?\.twilio\.com)(\/[^?#]*)/i.exec(url) ?? [];
    return origin === undefined ? `https://example.com/${REDACTED}` : `${origin}${this.redactPath(path)}`;
  }

  #redactJsonText(text: string): string {
    try {
      return JSON.stringify(this.redactJson(JSON.parse(text)));
    } catch {
      return REDACTED;
    }
  }

  #replaceSid(sid: string): string {
    const replaced = this.#sids.get(sid) ?? `${sid.slice(0, 2)}${(this.#sids.size + 1).toString(16).padStart(32, '0')}`;
    this.#sids.set(sid, replaced);
    return replaced;
  }

  /** Numbers that are set aside for fiction: a hundred of them in each area. */
  #replacePhone(phone: string): string {
    const count = this.#phones.size;
    const replaced = this.#phones.get(phone) ?? `+1${200 + (Math.floor(count / 100) % 700)}55501${String(count % 100).padStart(2, '0')}`;
    this.#phones.set(phone, replaced);
    return replaced;
  }
}

function isSmallNumber(text: string): boolean {
  return /^-?\d{1,6}(?:\.\d{1,6})?$/.test(text);
}

/** In the ways that Twilio writes dates; not everything that `Date.parse` takes for one. */
function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T[\d:.,]{5,20}(?:Z|[+-][\d:]{4,5})?$/.test(text) || /^\w{3}, \d{2} \w{3} \d{4} [\d:]{8} [+-]\d{4}$/.test(text);
}

/** Seconds or milliseconds since 1970. */
function isEpoch(text: string): boolean {
  return /^1\d{9}(?:\d{3})?$/.test(text);
}

/** Says no more than that: the type of `isSid` would take other texts for none at all. */
function isIdentifier(text: string): boolean {
  return isSid(text);
}

function capitalise(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}
