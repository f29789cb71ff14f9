import type { Kind } from '../../kinds.js';
import type { Misfit } from './misfit.js';
import { isPlaceholder } from './template.js';

const SCHEME = /^([A-Za-z][A-Za-z\d+.-]*):/;
/** Host, and port if any: a name, an IPv4 address, or an IPv6 address in brackets. */
const HOST = /^(?:[^\s@/?#]*@)?(\[[\da-fA-F:.]+\]|[^\s@/?#:[\]]+)(?::(\d{1,5}))?(?=[/?#]|$)/;

/**
 * Checks the address of a document, callback or file: absolute, or relative to the document it stands in. An empty one is that document,
 * or silence. White space around it does not count.
 */
export function checkUrl(kind: Pick<Kind<unknown>, 'pattern' | 'maxLength'>, value: string): Misfit | undefined {
  const url = value.trim();
  if (isPlaceholder(url)) return undefined;
  return checkAddress(kind, url) ?? (/%(?![\dA-Fa-f]{2})/.test(url) ? BROKEN_PERCENT : undefined);
}

function checkAddress(kind: Pick<Kind<unknown>, 'pattern'>, url: string): Misfit | undefined {
  const socket = kind.pattern?.test('wss://a') === true && !kind.pattern.test('https://a');
  const schemes = socket ? ['wss'] : ['http', 'https'];
  const misfit = { expected: socket ? 'a wss:// URL' : 'an http:// or https:// URL, or a relative one' };
  const scheme = SCHEME.exec(url)?.[1]?.toLowerCase();
  if (/\s/.test(url)) return describeSpaces(url, misfit);
  if (scheme === undefined) return checkRelative(kind, url, misfit);
  if (!schemes.includes(scheme) && !isHostWithPort(url)) {
    const meant = socket && /^(?:https?|ws):\/\//i.test(url) ? url.replace(/^\w+:/, 'wss:') : undefined;
    return socket ? { ...misfit, meant, isScheme: true } : misfit;
  }
  if (socket && url.includes('?') && kind.pattern?.test('wss://a?b') === false) return QUERY;
  if (kind.pattern !== undefined && !kind.pattern.test(url)) return { ...misfit, expected: describePattern(kind.pattern, misfit.expected) };
  if (!schemes.includes(scheme)) return undefined;
  const rest = url.slice(scheme.length + 1);
  return rest.startsWith('//') && isHost(rest.slice(2)) ? undefined : misfit;
}

const BROKEN_PERCENT: Misfit = {
  expected: 'a URL in which two hexadecimal digits stand behind each %',
  advice: 'A % itself is written %25.',
  severity: 'warning',
  code: null,
};

/** Twilio connects, and leaves the query out. */
const QUERY: Misfit = {
  expected: 'a wss:// URL, of which Twilio leaves the query out',
  advice: 'Pass values in <Parameter> inside it; they arrive as customParameters.',
  severity: 'warning',
  code: null,
};

/** The ends of the names of files that are played, sent and asked for. */
const FILE = /\.(?:mp3|wav|wave|aiff?|gsm|ulaw|m4a|ogg|jpe?g|png|gif|mp4|pdf|vcf|xml|php|aspx?|html?|json)$/i;

/** A sentence is no address, however its spaces are written. */
function describeSpaces(url: string, misfit: Misfit): Misfit {
  const isAddress = !/[\t\r\n]/.test(url) && (/^(?:[a-z][a-z+.-]{1,9}:\/\/|\.{0,2}\/)/i.test(url) || FILE.test(url));
  return isAddress ? { ...misfit, meant: url.replaceAll(' ', '%20') } : { ...misfit, isSentence: true };
}

/** A `localhost:3000/x` is a path, oddly written, rather than a URL of the scheme `localhost`. */
function isHostWithPort(url: string): boolean {
  return /^[\w.-]+:\d+(?:[/?#]|$)/.test(url);
}

function checkRelative(kind: Pick<Kind<unknown>, 'pattern'>, url: string, misfit: Misfit): Misfit | undefined {
  if (/^https?[/;,.]{1,3}(?=\w)|^:?\/\/$|^https?$/i.test(url)) return misfit;
  if (/[<>"\\^`{|}]/.test(url)) return misfit;
  if (kind.pattern === undefined || kind.pattern.test(url)) return undefined;
  return { ...misfit, expected: describePattern(kind.pattern, misfit.expected) };
}

function describePattern(pattern: RegExp, usual: string): string {
  return pattern.test('https://a') && !pattern.test('http://a') ? 'an https:// URL, or a relative one' : usual;
}

function isHost(authority: string): boolean {
  const [, host, port] = HOST.exec(authority) ?? [];
  return host !== undefined && !/[<>"\\^`{|},;!$&'()*+=]/.test(host) && !/^\.|\.\./.test(host) && Number(port ?? 0) <= 65_535;
}

/** The host of an absolute URL. */
export function hostOf(url: string): string | undefined {
  const authority = /^(?:https?|wss?):\/\/(.*)$/is.exec(url.trim())?.[1];
  return authority === undefined ? undefined : HOST.exec(authority)?.[1];
}
