import { isLoopback } from '../../delivery/loopback.js';
import { TEST_AUTH_TOKEN } from '../../fixtures/test-auth-token.js';
import { bad, type DoctorFinding, good, warn } from './finding.js';
import type { Patient } from './patient.js';

/** Looks at the token itself: whether it can be one. Nothing of it is ever told. */
export function checkToken(token: string | undefined, { publicUrl, authToken }: Pick<Patient, 'publicUrl' | 'authToken'>): DoctorFinding {
  const isPublic = URL.canParse(publicUrl) && !isLoopback(new URL(publicUrl));
  if (token === undefined || token === '') {
    const isTest = authToken === TEST_AUTH_TOKEN;
    const signer = isTest ? 'the test token' : 'the token that `ringback dev` has made for this project';
    const message = `TWILIO_AUTH_TOKEN is not set here, so that ${signer} signs.`;
    return isTest || isPublic ? bad('token', message, 'Set it to the token that your server has.') : good('token', message);
  }
  if (token !== token.trim() || /^(["']).*\1$/.test(token)) {
    return bad(
      'token',
      'TWILIO_AUTH_TOKEN has spaces, a line end or quotes around it.',
      'Set it without them, here and where your server runs.',
    );
  }
  if (/^(?:AC|SK)[\da-f]{32}$/i.test(token)) {
    const what = token.startsWith('AC') ? 'the account’s SID' : 'the SID of an API key';
    return bad('token', `TWILIO_AUTH_TOKEN is ${what}.`, 'Set it to the auth token, which the first page of Twilio’s console shows.');
  }
  if (token === TEST_AUTH_TOKEN) {
    const message = 'TWILIO_AUTH_TOKEN is the test token, which everybody knows.';
    return isPublic ? bad('token', message, 'Set the token of the account, here and where your server runs.') : good('token', message);
  }
  if (!/^[\da-f]{32}$/.test(token)) {
    const advice = 'Look whether it was copied as a whole; an API key’s secret signs no webhooks.';
    return warn('token', 'TWILIO_AUTH_TOKEN is not 32 digits and letters from a to f, as auth tokens are.', advice);
  }
  return good('token', 'TWILIO_AUTH_TOKEN looks like an auth token.');
}
