import { DeliveryError } from '../../delivery/delivery-error.js';
import { type Exchange, exchange, type Outgoing } from '../../delivery/exchange.js';
import { listExpected } from '../../delivery/kind.js';
import { writeAct } from '../act.js';
import { UsageError } from '../context.js';
import { describeDeliveryError } from '../delivery-advice.js';
import { describeOutcome, isTaken, type Verdict } from '../verdict.js';
import { followMessage } from './follow-message.js';
import { runCall } from './run-call.js';
import type { Conversation, Settings } from './settings.js';

/** Documents that are fetched of one call or message at most: Twilio ends a call that only goes round. */
const MOST_DOCUMENTS = 20;

/** Sends a webhook, and then what its answer asks for: an engine runs the documents of calls, up to what needs other people. */
export async function converse(first: Outgoing, settings: Settings): Promise<Verdict> {
  const exchanges: Exchange[] = [];
  const cookies = new Map<string, string>();
  const acts = [...settings.acts];
  const send = async (outgoing: Outgoing) => {
    if (exchanges.length === MOST_DOCUMENTS) throw new UsageError(`Still going round after ${MOST_DOCUMENTS} documents.`);
    const done = await exchange(outgoing, settings.carrier, cookies);
    exchanges.push(done);
    return done;
  };
  try {
    const notes = await takePart({ settings, first, acts, send });
    const unused = acts.length === 0 ? [] : [`No <Gather> was there for ${acts.map(writeAct).join(' ')}.`];
    const unsound = exchanges.filter((done) => !isTaken(done)).length;
    const message = describeOutcome(exchanges.length, unsound);
    return { ok: unsound === 0 && acts.length === 0, message, hints: [...notes, ...unused], exchanges };
  } catch (error) {
    // The command line was right; it is a document or a redirect that leads where it must not.
    if (error instanceof UsageError) return { ok: false, message: error.message, exchanges };
    if (error instanceof DeliveryError) return { ok: false, message: describeDeliveryError(error), exchanges };
    throw error;
  }
}

/** Returns what there is to say of the end. */
async function takePart(conversation: Conversation): Promise<readonly string[]> {
  const { first, send } = conversation;
  const expected = listExpected(first.schema);
  if (expected.includes('voice-twiml')) return runCall(conversation);
  if (expected.includes('messaging-twiml')) await followMessage(conversation);
  else await send(first);
  return [];
}
