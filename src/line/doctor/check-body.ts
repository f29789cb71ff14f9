import { bad, type DoctorFinding, good } from './finding.js';
import { isRefused, type Patient, sendWebhook } from './patient.js';

/** Values that parsers and filters change, so that the signature is wrong for some people's messages alone. */
const VALUES: readonly { readonly what: string; readonly overrides: Readonly<Record<string, string>> }[] = [
  { what: 'a text that begins or ends with a space', overrides: { Body: ' hi ' } },
  { what: 'a parameter without a value', overrides: { FromCity: '' } },
  { what: 'letters beyond ASCII, and signs that are pictures', overrides: { Body: 'Grüße 👋🏽' } },
  { what: 'a name with brackets', overrides: { 'Data[key]': 'value' } },
  { what: 'angle brackets and quotes', overrides: { Body: `<b>"it's"</b> & so on` } },
  { what: 'line ends', overrides: { Body: 'one\r\ntwo\n' } },
  { what: 'more than a hundred kilobytes', overrides: { Body: 'x'.repeat(150_000) } },
];

/** Sends what parsers of bodies are known to change. @returns What was refused, though it was signed as Twilio would. */
export async function checkBody(patient: Patient): Promise<DoctorFinding> {
  const refused: string[] = [];
  for (const { what, overrides } of VALUES) {
    const answer = await sendWebhook(patient, { overrides });
    if (isRefused(answer) || answer.status === 413 || answer.status === undefined) refused.push(what);
  }
  if (refused.length === 0) return good('body', 'Spaces, empty values, other alphabets, brackets and large bodies pass unchanged.');
  const advice =
    'Something parses the body, changes it and lets the changed one be checked. Check the raw body, as `webhook()` does, or let the parser change nothing.';
  return bad('body', `The server refuses, or fails at, ${refused.join(', ')}.`, advice);
}
