import type { HttpAnswer } from '../../delivery/transport.js';
import { bad, type DoctorFinding, warn } from './finding.js';
import type { Patient } from './patient.js';

/** Says what a redirect of a webhook does: Twilio follows it by GET, and without the parameters of the event. */
export function checkRedirect(answer: HttpAnswer, { publicUrl, target }: Patient): DoctorFinding {
  const location = String(answer.headers.location ?? '');
  const head = `The server answers ${answer.status} and sends Twilio elsewhere.`;
  if (!URL.canParse(location, publicUrl)) {
    return bad('redirect', `${head} Where to is not said.`, 'Answer webhooks at the URL that Twilio calls.');
  }
  const to = new URL(location, publicUrl);
  // Behind a tunnel a server may name itself as it sees itself.
  const from = to.host === target.host ? new URL(target) : new URL(publicUrl);
  const follows = 'Twilio follows by GET, and what the caller pressed or wrote is lost.';
  if (to.host === from.host && to.pathname === from.pathname && from.protocol === 'http:' && to.protocol === 'https:') {
    return bad(
      'redirect',
      `${head} It leads from http to https. ${follows}`,
      'Give Twilio the https URL, or let the proxy say by X-Forwarded-Proto that it was https.',
    );
  }
  if (to.pathname !== from.pathname && trim(to.pathname) === trim(from.pathname)) {
    const slash = to.pathname.endsWith('/') ? 'with a slash at its end' : 'without the slash at its end';
    return bad('redirect', `${head} It leads to the same path ${slash}. ${follows}`, `Give Twilio the URL ${slash}: ${to.pathname}`);
  }
  if (/log-?in|sign-?in|auth/i.test(to.pathname)) {
    return bad(
      'redirect',
      `${head} It leads to a page where one signs in.`,
      'Let webhooks in without: their signature tells who sent them.',
    );
  }
  return warn('redirect', `${head} ${follows}`, 'Give Twilio the URL that answers.');
}

function trim(path: string): string {
  return path.endsWith('/') ? path.slice(0, -1) : path;
}
