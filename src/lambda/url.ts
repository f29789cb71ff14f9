import { type RequestHeaders, readHeader } from '../request/headers.js';
import { isAuthority } from '../webhook/public-url.js';
import {
  isHttpApiEvent,
  isLoadBalancerEvent,
  isNetlifyEvent,
  type LambdaEvent,
  type LoadBalancerEvent,
  pickFilled,
  type RestApiEvent,
} from './events.js';

/**
 * Finds the URL that was called, as far as an event tells it. Relative where the host is none, which is refused later.
 *
 * A REST API shows its stage in the context's path alone. Behind a custom domain with a mapping of its own, `publicUrl` says what is right.
 */
export function findEventUrl(event: LambdaEvent, headers: RequestHeaders): string {
  if (isHttpApiEvent(event)) {
    const query = event.rawQueryString === '' ? '' : `?${event.rawQueryString}`;
    return joinOrigin('https', event.requestContext.domainName ?? readHeader(headers, 'host'), `${event.rawPath}${query}`);
  }
  if (isNetlifyEvent(event)) return event.rawUrl;
  // A load balancer sets this header itself, whatever came.
  if (isLoadBalancerEvent(event)) {
    const scheme = readHeader(headers, 'x-forwarded-proto') === 'http' ? 'http' : 'https';
    return joinOrigin(scheme, readHeader(headers, 'host'), `${event.path}${writeQuery(event, (text) => text)}`);
  }
  const { path, domainName } = event.requestContext;
  // The query of a GET is Twilio's own, which escapes it as a form; that of a POST is what was configured, as somebody typed it.
  const write = event.httpMethod.toUpperCase() === 'GET' ? escapeForm : escapeMinimally;
  return joinOrigin('https', domainName ?? readHeader(headers, 'host'), `${path ?? event.path}${writeQuery(event, write)}`);
}

function joinOrigin(scheme: string, host: string | undefined, target: string): string {
  return host !== undefined && isAuthority(host) ? `${scheme}://${host}${target}` : target;
}

/** Writes a query from its parameters. A load balancer leaves them as they came, a REST API decodes them. */
function writeQuery(event: RestApiEvent | LoadBalancerEvent, write: (text: string) => string): string {
  const several = Object.entries(pickFilled(event.multiValueQueryStringParameters, event.queryStringParameters));
  const pairs = several.flatMap(([name, values]) => [values ?? []].flat().map((value) => `${write(name)}=${write(value)}`));
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

/**
 * Escapes what cannot stand in a query otherwise, and nothing else, with a plus for a space: the verifier tries the fuller spellings by
 * itself, but cannot tell what was not escaped.
 */
function escapeMinimally(text: string): string {
  return text.replaceAll(/[^!$'()*,./:;?@~\w-]/gu, (character) => (character === ' ' ? '+' : encodeCharacter(character)));
}

/** Escapes as forms do: a plus for a space, and nothing left but letters, digits and `*-._`. */
function escapeForm(text: string): string {
  return new URLSearchParams([['', text]]).toString().slice(1);
}

/** A lone surrogate cannot be encoded, and was never sent. */
function encodeCharacter(character: string): string {
  return encodeURIComponent(/\p{Surrogate}/u.test(character) ? '\uFFFD' : character);
}
