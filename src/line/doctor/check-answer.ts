import { limitOf } from '../../delivery/exchange.js';
import { judgeAnswer } from '../../delivery/judge.js';
import type { HttpAnswer } from '../../delivery/transport.js';
import { bad, type DoctorFinding, good, warn } from './finding.js';
import type { Patient } from './patient.js';

/** How much of the time that Twilio waits an answer may take before it is worth a look. */
const SLOW_PART = 1 / 3;

/** The most that clocks may differ, in milliseconds. The `Date` of an answer is told by the second. */
const CLOCK_MS = 60_000;

/** Looks at what was answered to a webhook that was let in: what it is, how long it took, and what time it is there. */
export function checkAnswer(answer: HttpAnswer, patient: Patient): readonly DoctorFinding[] {
  return [checkContent(answer, patient), checkTime(answer.durationMs, limitOf(patient.schema)), ...checkClock(answer)];
}

function checkContent(answer: HttpAnswer, { schema }: Patient): DoctorFinding {
  const { status, statusText, headers, durationMs } = answer;
  const text = { status, statusText, headers, body: new TextDecoder().decode(answer.body) };
  // How long it took has a check of its own.
  const findings = judgeAnswer(schema, text, { durationMs: Math.min(durationMs, 1), limitMs: limitOf(schema) });
  const [worst] = findings.filter(({ severity }) => severity === 'error');
  if (worst === undefined) return good('answer', 'Twilio would take the answer.');
  const code = worst.twilioCode === undefined ? '' : ` Twilio reports it as ${worst.twilioCode}.`;
  return bad(
    'answer',
    `${worst.message}${code}`,
    '`ringback send` shows the whole answer, and `ringback lint` what is wrong with a document.',
  );
}

function checkTime(durationMs: number, limitMs: number): DoctorFinding {
  const took = `The answer took ${(durationMs / 1000).toFixed(1)} s, of the ${limitMs / 1000} s that Twilio waits.`;
  const advice = 'Answer first, and do what takes long afterwards.';
  if (durationMs > limitMs * SLOW_PART) return warn('time', took, advice);
  return good('time', took);
}

function checkClock({ headers }: HttpAnswer): readonly DoctorFinding[] {
  const told = Date.parse(String(headers.date ?? ''));
  if (Number.isNaN(told)) return [];
  const offMs = told - Date.now();
  if (Math.abs(offMs) <= CLOCK_MS) return [good('clock', 'The server’s clock and the one here agree.')];
  const seconds = Math.round(Math.abs(offMs) / 1000);
  const message = `The server’s clock is ${seconds} s ${offMs > 0 ? 'ahead of' : 'behind'} the one here.`;
  const advice =
    'Set the one that is wrong. Certificates, tokens of access and the signatures of SendGrid go by the time; those of Twilio do not.';
  return [warn('clock', message, advice)];
}
