import { type Exchange, exchange, type Outgoing } from '../delivery/exchange.js';
import type { Router } from '../delivery/route.js';
import type { Tampering } from '../testing/index.js';
import { isSound } from './findings.js';

/** What became of the webhooks that were sent. */
export interface Verdict {
  /** Whether all went as it should. */
  readonly ok: boolean;
  /** The outcome in a sentence. */
  readonly message: string;
  readonly exchanges: readonly Exchange[];
}

/** Whether Twilio would take the answer. */
export function isTaken({ findings }: Exchange): boolean {
  return isSound(findings);
}

/** How a webhook refuses what Twilio did not sign. Other errors may be refusals by chance. */
const REFUSALS = [400, 401, 403];

/** Sends a request that is broken, which the server must refuse. */
export async function judgeRefusal(outgoing: Outgoing, router: Router, how: Tampering): Promise<Verdict> {
  const done = await exchange(outgoing, router, new Map());
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
