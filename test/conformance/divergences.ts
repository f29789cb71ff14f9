import type { SignedRequest } from '../../src/signature/index.js';

/** A request whose verdict differs from that of `twilio`, on purpose. */
export interface Divergence {
  readonly what: string;
  readonly reason: string;
  /** Whether a URL, given and signed, is one of these. */
  readonly covers: (given: string, signed: string) => boolean;
  /** Our verdict on it. */
  readonly valid: boolean;
  readonly example: { readonly given: string; readonly signed: string };
}

const hasCredentials = (url: string): boolean => /^[^/]*\/\/[^/?#]*@/.test(url);
const isWebSocket = (url: string): boolean => /^wss?:/i.test(url);
const queryOf = (url: string): string => /\?([^#]*)/.exec(url)?.[1] ?? '';

/** Where the verdict on a URL differs from that of `twilio` 6.3.1. Bodies are in {@link bodyDivergences}. */
export const urlDivergences: readonly Divergence[] = [
  {
    what: 'credentials that were configured and are not signed',
    reason: 'Twilio drops them before it signs; twilio signs the URL with them.',
    covers: (given, signed) => hasCredentials(given) && !hasCredentials(signed),
    valid: true,
    example: { given: 'https://user:pass@h.example/p', signed: 'https://h.example/p' },
  },
  {
    what: 'connection overrides that were configured and are not signed',
    reason: 'A fragment is neither sent nor signed; twilio signs the URL with it.',
    covers: (given, signed) => given.includes('#') && !signed.includes('#'),
    valid: true,
    example: { given: 'https://h.example/p#rc=2', signed: 'https://h.example/p' },
  },
  {
    what: 'a fragment that is signed',
    reason: 'Nothing that Twilio sends is signed with one.',
    covers: (_, signed) => signed.includes('#'),
    valid: false,
    example: { given: 'https://h.example/p#rc=2', signed: 'https://h.example/p#rc=2' },
  },
  {
    what: 'the slash of a WebSocket, and its port 443',
    reason: 'Twilio signs a slash that was not configured; twilio tries none, and adds the port of plain HTTP.',
    covers: (given, signed) => isWebSocket(given) && isWebSocket(signed),
    valid: true,
    example: { given: 'wss://h.example/media', signed: 'wss://h.example:443/media/' },
  },
  {
    what: 'a secure WebSocket at port 80',
    reason: 'twilio adds the port of plain HTTP to every scheme but https. No browser or server means that port by wss.',
    covers: (given, signed) => isWebSocket(given) && /^wss:\/\/[^/]*:80(?!\d)/i.test(signed),
    valid: false,
    example: { given: 'wss://h.example/media', signed: 'wss://h.example:80/media' },
  },
  {
    what: 'a quote that was escaped on the way, beside what escaping anew would change',
    reason: 'A web-standard Request escapes it and leaves the rest; twilio writes the whole query anew or nothing.',
    covers: (given, signed) => given.includes('%27') && signed.includes("'"),
    valid: true,
    example: { given: 'https://h.example/p?n=O%27hara+x', signed: "https://h.example/p?n=O'hara+x" },
  },
  {
    what: 'an empty path, beside what normalising the URL would change',
    reason:
      'The path of a request is never empty; twilio adds the slash together with everything else that new URL() changes, or not at all.',
    covers: (given) => /^[^/]*\/\/[^/?#]*(?:[?#]|$)/.test(given),
    valid: true,
    example: { given: 'https://H.example', signed: 'https://H.example/' },
  },
  {
    what: 'queries that the old querystring module would write in another order or with other signs',
    reason:
      'It puts numbers first and repeated names together, adds = to a bare name, drops empty pairs, and stops at a thousand: nobody signs that.',
    covers: (given) => {
      const names = queryOf(given)
        .split('&')
        .map((pair) => pair.split('=', 1)[0]);
      return (
        new Set(names).size < names.length ||
        names.includes('') ||
        names.some((name) => /^\d+$/.test(name ?? '')) ||
        names.length > 1_000 ||
        /(?:^|&)[^=&]+(?:&|$)/.test(queryOf(given))
      );
    },
    valid: false,
    example: { given: 'https://h.example/p?flag&a=b+c', signed: 'https://h.example/p?flag=&a=b%20c' },
  },
  {
    what: 'broken escapes in a query that the old querystring module would repair',
    reason: 'It escapes a lone percent sign and replaces bytes that are no UTF-8; ours leaves such bytes.',
    covers: (given) => /%(?![\da-f]{2})|%[89a-f]/i.test(given),
    valid: false,
    example: { given: 'https://h.example/p?a=%FF+b', signed: 'https://h.example/p?a=%EF%BF%BD%20b' },
  },
];

/** A request whose verdict differs from that of `twilio` because of its body or token, with the reason. */
export interface BodyDivergence {
  readonly what: string;
  readonly reason: string;
  readonly request: Pick<SignedRequest, 'url' | 'body'> & { readonly contentType: string };
  /** What follows the URL in the signed text. */
  readonly tail: string;
}

const url = 'https://h.example/p';

/** All of these are accepted by `twilio` and refused here. */
export const bodyDivergences: readonly BodyDivergence[] = [
  {
    what: 'a JSON body that no hash covers',
    reason: 'The signature says nothing of the body, so that a captured one would bless any.',
    request: { url, body: '{"a":1}', contentType: 'application/json' },
    tail: '',
  },
  {
    what: 'values that are no text',
    reason: 'A parser made them, and "[object Object]" covers nothing of what came.',
    request: { url, body: { a: { b: 'c' } } as never, contentType: 'application/x-www-form-urlencoded' },
    tail: 'a[object Object]',
  },
  {
    what: 'a hashed body sent again as a form without parameters',
    reason: 'The form adds nothing to the signed text, so that a captured signature of the hashed body would cover it.',
    request: { url: `${url}?bodySHA256=${'0'.repeat(64)}`, body: '', contentType: 'application/x-www-form-urlencoded' },
    tail: '',
  },
];
