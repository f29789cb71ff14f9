import { type Carrier, type Exchange, exchange, type Outgoing } from '../delivery/exchange.js';
import type { Tampering } from '../testing/index.js';
import { isSound } from './findings.js';

/** What became of the webhooks that were sent. */
export interface Verdict {
  /** Whether all went as it should. */
  readonly ok: boolean;
  /** The outcome in a sentence. */
  readonly message: string;
  /** What to look at, or what to do next, a line each. */
  readonly hints?: readonly string[];
  readonly exchanges: readonly Exchange[];
}

/** Whether Twilio would take the answer. */
export function isTaken({ findings }: Exchange): boolean {
  return isSound(findings);
}

/** Says what Twilio makes of a number of answers. */
export function describeOutcome(count: number, unsound: number): string {
  if (count === 1) return unsound === 0 ? 'Twilio would take the answer.' : 'Twilio would complain.';
  return unsound === 0 ? `Twilio would take all ${count} answers.` : `Twilio would complain of ${unsound} of ${count} answers.`;
}

/** How a webhook refuses what Twilio did not sign. Other errors may be refusals by chance. */
const REFUSALS = [400, 401, 403];

/** Sends a request that is broken, which the server must refuse. */
export async function judgeRefusal(outgoing: Outgoing, carrier: Carrier, how: Tampering): Promise<Verdict> {
  const done = await exchange(outgoing, carrier, new Map());
  const status = done.answer?.status;
  // The linter would complain of the very refusal that is wanted.
  const exchanges = [{ ...done, findings: [] }];
  if (status === undefined) return { ok: false, message: `No answer: ${done.attempts.at(-1)?.failure ?? 'nothing was sent'}`, exchanges };
  if (REFUSALS.includes(status)) return { ok: true, message: `Refused, as it should be: ${how}.`, exchanges };
  const taken = status < 400;
  const message = taken
    ? `Taken, though it was broken (${how}): is the signature verified?`
    : `Answered ${status}, which is no refusal of a signature: is this the right URL?`;
  return { ok: false, message, exchanges };
}
