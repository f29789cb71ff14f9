import { DeliveryError } from '../delivery/delivery-error.js';
import { type Exchange, exchange, type Outgoing } from '../delivery/exchange.js';
import { findKind } from '../delivery/kind.js';
import type { Router } from '../delivery/route.js';
import type { FormParameters } from '../payloads/index.js';
import type { SharedKey } from '../signature/index.js';
import { UsageError } from './context.js';
import { carryOver, makeOutgoing } from './outgoing.js';
import { isTaken, type Verdict } from './verdict.js';
import { findStep, type Step } from './walk.js';

/** Documents that are fetched of one call or message at most: Twilio ends a call that only goes round. */
const MOST_DOCUMENTS = 20;

/** What a dialogue needs besides its first webhook. */
interface Settings {
  readonly router: Router;
  readonly seed: number;
  readonly authToken: string;
  readonly sharedKey?: SharedKey | undefined;
  /** What is entered at each `<Gather>`. */
  readonly press: readonly string[];
}

/** Sends a webhook, and then what its answer asks for: the document of a `<Redirect>`, the `action` of a `<Gather>`. */
export async function runDialogue(first: Outgoing, settings: Settings): Promise<Verdict> {
  const exchanges: Exchange[] = [];
  const keys = [...settings.press];
  try {
    const note = await converse(first, settings, exchanges, keys);
    return conclude(exchanges, note, keys);
  } catch (error) {
    // The command line was right; it is a document or a redirect that leads where it must not.
    if (error instanceof UsageError || error instanceof DeliveryError) return { ok: false, message: error.message, exchanges };
    throw error;
  }
}

/** Adds the exchanges one by one. Returns what there is to say of the end. */
async function converse(first: Outgoing, settings: Settings, exchanges: Exchange[], keys: string[]): Promise<string | undefined> {
  const cookies = new Map<string, string>();
  for (let outgoing = first; ; ) {
    const done = await exchange(outgoing, settings.router, cookies);
    exchanges.push(done);
    const step = findStep(done, () => keys.shift());
    if (!('kind' in step)) return step.note;
    if (exchanges.length === MOST_DOCUMENTS) throw new UsageError(`Still going round after ${MOST_DOCUMENTS} documents.`);
    outgoing = makeNext(step, outgoing, first.parameters, settings);
  }
}

function makeNext(step: Step, { route }: Outgoing, known: FormParameters, { router, seed, authToken, sharedKey }: Settings): Outgoing {
  const { schema } = findKind(step.kind);
  const content = { ...carryOver(schema, known, seed), ...step.parameters };
  const next = router.resolve(step.reference, route);
  return makeOutgoing({ schema, content, route: next, seed, authToken, sharedKey, method: step.method });
}

function conclude(exchanges: readonly Exchange[], note: string | undefined, keys: readonly string[]): Verdict {
  const unsound = exchanges.filter((done) => !isTaken(done)).length;
  const unused = keys.length === 0 ? undefined : `No <Gather> was there for --press ${keys.join(' --press ')}.`;
  const parts = [note, unused, describeOutcome(exchanges.length, unsound), hintOf(exchanges)];
  return { ok: unsound === 0 && keys.length === 0, message: parts.filter((part) => part !== undefined).join(' '), exchanges };
}

/** Says what Twilio makes of a number of answers. */
export function describeOutcome(count: number, unsound: number): string {
  if (count === 1) return unsound === 0 ? 'Twilio would take the answer.' : 'Twilio would complain.';
  return unsound === 0 ? `Twilio would take all ${count} answers.` : `Twilio would complain of ${unsound} of ${count} answers.`;
}

/** What to look at when a request was refused that was rightly signed. */
function hintOf(exchanges: readonly Exchange[]): string | undefined {
  const refused = exchanges.find(({ answer }) => answer?.status === 403);
  if (refused === undefined) return undefined;
  return `Refused: does the server know the same auth token, and is ${refused.publicUrl.replace(/[?#].*$/, '')} its public URL?`;
}
