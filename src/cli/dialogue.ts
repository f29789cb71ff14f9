import { DeliveryError } from '../delivery/delivery-error.js';
import { type Carrier, type Exchange, exchange, type Outgoing } from '../delivery/exchange.js';
import { kindSchema } from '../delivery/kind.js';
import { carryOver, makeOutgoing } from '../delivery/outgoing.js';
import type { Route } from '../delivery/route.js';
import type { FormParameters } from '../payloads/index.js';
import type { SharedKey } from '../signature/index.js';
import { type Act, quoteWord, writeAct } from './act.js';
import { UsageError } from './context.js';
import { describeDeliveryError } from './delivery-advice.js';
import { describeOutcome, isTaken, type Verdict } from './verdict.js';
import { type End, findNextRequest, type Later, type NextRequest } from './walk.js';

/** Documents that are fetched of one call or message at most: Twilio ends a call that only goes round. */
const MOST_DOCUMENTS = 20;

/** What a dialogue needs besides its first webhook. */
interface Settings {
  readonly carrier: Carrier;
  readonly seed: number;
  readonly authToken: string;
  readonly sharedKey?: SharedKey | undefined;
  /** What is done at each `<Gather>`. */
  readonly acts: readonly Act[];
}

/** Sends a webhook, and then what its answer asks for: the document of a `<Redirect>`, the `action` of a `<Gather>`. */
export async function runDialogue(first: Outgoing, settings: Settings): Promise<Verdict> {
  const exchanges: Exchange[] = [];
  const acts = [...settings.acts];
  try {
    const notes = await converse(first, settings, exchanges, acts);
    return conclude(exchanges, notes, acts);
  } catch (error) {
    // The command line was right; it is a document or a redirect that leads where it must not.
    if (error instanceof UsageError) return { ok: false, message: error.message, exchanges };
    if (error instanceof DeliveryError) return { ok: false, message: describeDeliveryError(error), exchanges };
    throw error;
  }
}

/** Adds the exchanges one by one. Returns what there is to say of the end. */
async function converse(first: Outgoing, settings: Settings, exchanges: Exchange[], acts: Act[]): Promise<string[]> {
  const cookies = new Map<string, string>();
  for (let outgoing = first; ; ) {
    const done = await exchange(outgoing, settings.carrier, cookies);
    exchanges.push(done);
    const step = findNextRequest(done, acts);
    if (!('kind' in step)) return listNotes(step, outgoing.route, settings);
    if (exchanges.length === MOST_DOCUMENTS) throw new UsageError(`Still going round after ${MOST_DOCUMENTS} documents.`);
    outgoing = makeNext(step, outgoing, first.parameters, settings);
  }
}

function makeNext(
  step: NextRequest,
  { route }: Outgoing,
  known: FormParameters,
  { carrier, seed, authToken, sharedKey }: Settings,
): Outgoing {
  const schema = kindSchema(step.kind);
  const content = { ...carryOver(schema, known, { seed, variant: step.variant }), ...step.parameters };
  const next = carrier.router.resolve(step.reference, route);
  return makeOutgoing({ schema, content, route: next, seed, authToken, sharedKey, method: step.method });
}

/** Says why the walk ended, and by what commands it goes on. */
function listNotes({ note, later = [] }: End, route: Route, settings: Settings): string[] {
  const commands = later.map((one) => `  ${describeLater(one, route, settings)}`);
  const next = commands.length === 0 ? [] : ['Twilio would go on with:', ...commands];
  return [...(note === undefined ? [] : [note]), ...next];
}

/** The command that goes on, where the request would come to this server. */
function describeLater({ kind, attribute, reference }: Later, base: Route, { carrier, seed }: Settings): string {
  try {
    const { target, publicUrl } = carrier.router.resolve(reference, base);
    const as = publicUrl.split('#', 1)[0] === target.href.split('#', 1)[0] ? '' : ` --as ${quoteWord(publicUrl)}`;
    return `ringback send ${kind} ${quoteWord(target.href)}${as} --seed ${seed}  (${attribute})`;
  } catch (error) {
    if (error instanceof DeliveryError) return `${reference}  (${attribute})`;
    throw error;
  }
}

function conclude(exchanges: readonly Exchange[], notes: readonly string[], acts: readonly Act[]): Verdict {
  const unsound = exchanges.filter((done) => !isTaken(done)).length;
  const unused = acts.length === 0 ? [] : [`No <Gather> was there for ${acts.map(writeAct).join(' ')}.`];
  const message = describeOutcome(exchanges.length, unsound);
  return { ok: unsound === 0 && acts.length === 0, message, hints: [...notes, ...unused], exchanges };
}
