import { checkAnswer } from './check-answer.js';
import { checkBody } from './check-body.js';
import { checkRedirect } from './check-redirect.js';
import { checkForged, checkProxyHeaders, diagnoseRefusal, isLetIn } from './check-signature.js';
import { checkToken } from './check-token.js';
import { checkUrl } from './check-url.js';
import { bad, type DoctorFinding, good } from './finding.js';
import { type Answered, isRefused, isTaken, type Patient, sendWebhook } from './patient.js';

/**
 * Looks at a running server: sends it webhooks that are right, and such that are wrong in one way each, and tells by what it takes and
 * refuses what is the matter.
 *
 * @param token - As it is set, which is not always the one that signs.
 */
export async function examine(patient: Patient, token: string | undefined): Promise<readonly DoctorFinding[]> {
  const findings = [checkToken(token, patient), checkUrl(patient.publicUrl)];
  const answer = await sendWebhook(patient);
  return [...findings, ...(await examineAnswer(answer, patient))];
}

async function examineAnswer(answer: Answered, patient: Patient): Promise<readonly DoctorFinding[]> {
  if (answer.status === undefined) return [bad('reach', `${answer.failure}.`, 'Start the server, or open the tunnel to it.')];
  if (answer.status >= 300 && answer.status < 400) return [checkRedirect(answer, patient)];
  if (answer.status === 404 || answer.status === 405) return [await diagnoseMissing(answer.status, patient)];
  if (isTunnelAlone(answer)) {
    return [
      bad(
        'reach',
        `What answers is the tunnel, with ${answer.status}: nothing is behind it.`,
        'Start the server on the port that the tunnel leads to.',
      ),
    ];
  }
  const reached = good('reach', 'The server answers.');
  if (isRefused(answer) && !(await isLetIn(answer, patient))) return [reached, await diagnoseRefusal(patient)];
  if (!isTaken(answer)) return [reached, describeFault(answer.status)];
  return [
    reached,
    good('signature', 'What is signed as Twilio would is taken.'),
    await checkForged(patient),
    await checkProxyHeaders(patient),
    await checkBody(patient),
    ...checkAnswer(answer, patient),
  ];
}

function isTunnelAlone({ status, headers }: Exclude<Answered, { readonly status: undefined }>): boolean {
  return headers['ngrok-error-code'] !== undefined || status === 502 || status === 504 || status === 530;
}

/** Whether the path is right but for a slash at its end. */
async function diagnoseMissing(status: number, patient: Patient): Promise<DoctorFinding> {
  const { pathname } = patient.target;
  if (status === 405) {
    return bad('reach', `The server does not take a POST at ${pathname}.`, 'Answer POST there, or set the method at Twilio to GET.');
  }
  const target = new URL(patient.target);
  target.pathname = pathname.endsWith('/') ? pathname.slice(0, -1) : `${pathname}/`;
  const other = await sendWebhook(patient, { target });
  if (other.status !== undefined && other.status !== 404) {
    return bad(
      'reach',
      `There is nothing at ${pathname}, but something at ${target.pathname}.`,
      `Give Twilio the path ${target.pathname}.`,
    );
  }
  return bad('reach', `There is nothing at ${pathname}.`, 'Give Twilio the path that your server answers.');
}

function describeFault(status: number): DoctorFinding {
  if (status === 415) {
    const advice = 'Let it: `rawBodies` of ringback/fastify does in Fastify, which refuses forms otherwise.';
    return bad('body', 'The server takes no forms, which is how Twilio sends webhooks: it answers 415.', advice);
  }
  const advice =
    'Its log tells why. `webhook()` answers 500 to everything when it has no auth token: is TWILIO_AUTH_TOKEN set where the server runs?';
  return bad('signature', `The server fails with ${status} at what is signed as Twilio would.`, advice);
}
