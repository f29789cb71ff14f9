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
  const socket = kind.pattern?.test('wss://a') === true && !kind.pattern.test('https://a');
  const schemes = socket ? ['wss'] : ['http', 'https'];
  const misfit = { expected: socket ? 'a wss:// URL without a query' : 'an http:// or https:// URL, or a relative one' };
  const scheme = SCHEME.exec(url)?.[1]?.toLowerCase();
  if (/\s/.test(url)) return { ...misfit, meant: url.replaceAll(' ', '%20') };
  if (scheme === undefined) return checkRelative(kind, url, misfit);
  if (!schemes.includes(scheme) && !isHostWithPort(url))
    return { ...misfit, meant: socket ? url.replace(/^(?:https?|ws):/i, 'wss:') : undefined };
  if (kind.pattern !== undefined && !kind.pattern.test(url)) return { ...misfit, expected: describePattern(kind.pattern, misfit.expected) };
  if (!schemes.includes(scheme)) return undefined;
  const rest = url.slice(scheme.length + 1);
  return rest.startsWith('//') && isHost(rest.slice(2)) ? undefined : misfit;
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
