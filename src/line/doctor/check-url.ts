import { isLoopback } from '../../delivery/loopback.js';
import { bad, type DoctorFinding, good, warn } from './finding.js';

/** Addresses that only their own network reaches. */
const PRIVATE_HOST =
  /^(?:10\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|\[f[cd]|\[fe80:)|^[^.:[\]]+$|\.(?:local|internal|lan|test|invalid)$/i;

/** Looks at the URL that Twilio is to be given: whether Twilio could call it at all. */
export function checkUrl(publicUrl: string): DoctorFinding {
  const url = new URL(publicUrl);
  if (isLoopback(url)) {
    const advice = 'That is right for tests from here. For real calls and messages give Twilio the URL of a tunnel: `ringback line` does.';
    return warn('url', `${url.host} is this machine, which Twilio cannot call.`, advice);
  }
  if (PRIVATE_HOST.test(url.hostname)) {
    return bad(
      'url',
      `${url.hostname} is a name of a private network, which Twilio cannot call.`,
      'Give Twilio a public name, such as that of a tunnel.',
    );
  }
  if (url.protocol === 'http:') {
    const advice = 'Give Twilio the https URL: over http everybody on the way reads what people say and write.';
    return bad('url', 'The URL is http.', advice);
  }
  return good('url', `${url.origin} is a name that Twilio can call.`);
}
