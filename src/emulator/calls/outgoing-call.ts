import { readDuration } from '../duration.js';
import type { World } from '../world.js';
import { isCallable } from './callable.js';
import { Leg, type LegOptions } from './leg.js';
import { answerByMachine } from './machine.js';
import type { CallStatus } from './names.js';
import { ringOwnNumber } from './own-number.js';

/** How long it takes from the carrier's acceptance until it rings. */
const SETUP_MS = 1000;

/** How long Twilio waits longer than it was told: https://www.twilio.com/docs/voice/twiml/dial#timeout */
export const RING_BUFFER_MS = 5000;

/** How long somebody looks at a ringing telephone before they decline. */
const DECLINE_MS = 2000;

/** Whom to call. */
export interface OutgoingCall extends Omit<LegOptions, 'status' | 'phone' | 'direction'> {
  readonly direction: 'outbound-api' | 'outbound-dial';
  /** How long it may ring, in milliseconds. */
  readonly timeoutMs: number;
  /** How long the call waits in Twilio's queue first; of a dialled leg, nothing. */
  readonly queuedMs?: number;
}

/** Twilio calls a person. The leg goes its way by itself: it rings, and is answered, or ends without. */
export function placeOutgoingCall(world: World, { timeoutMs, queuedMs = 0, ...options }: OutgoingCall): Leg {
  const { strangers } = world.settings;
  // A SIP URI may have parameters and headers behind the address.
  const known = world.phones.get(options.to) ?? world.phones.get(options.to.replace(/[;?].*$/s, ''));
  const isOurs = known === undefined && world.directory.hasVoice(options.to);
  const phone = known ?? (typeof strangers === 'function' && !isOurs ? world.phone(options.to, strangers(options.to)) : undefined);
  const leg = new Leg(world, { ...options, phone, status: 'queued' });
  if (phone === undefined && !isOurs && world.directory.numbers.has(options.to)) {
    const message = `${options.to} is a number of this emulator that has no voiceUrl: nothing answers there. Give it one, or make a phone of that address.`;
    world.report({ severity: 'warning', message });
  }
  const { scope } = leg;
  const proceed = async () => {
    if (queuedMs > 0) await scope.sleep(queuedMs);
    leg.proceed('initiated');
    await scope.sleep(SETUP_MS);
    const refusal = isOurs ? undefined : refusalOf(leg);
    if (refusal !== undefined) return leg.end(refusal);
    leg.proceed('ringing');
    await ring(leg, timeoutMs - SETUP_MS, isOurs);
  };
  // An interruption means that the leg has ended.
  proceed().catch(() => undefined);
  return leg;
}

/** How a call ends that does not even ring. */
const REFUSALS: Readonly<Record<string, CallStatus | undefined>> = { busy: 'busy', unreachable: 'failed', off: 'no-answer' };

function refusalOf({ to, phone, world }: Leg): CallStatus | undefined {
  if (!isCallable(to)) return 'failed';
  if (phone !== undefined) return REFUSALS[phone.person.is ?? 'person'];
  const { strangers } = world.settings;
  return typeof strangers === 'string' ? REFUSALS[strangers] : undefined;
}

async function ring(leg: Leg, timeoutMs: number, isOurs: boolean): Promise<void> {
  const { world, phone, scope } = leg;
  const { clock, settings } = world;
  const late = clock.after(timeoutMs, () => leg.end('no-answer'));
  scope.wait(() => () => late.cancel()).catch(() => undefined);
  if (phone?.person.is === 'declining') {
    await scope.sleep(DECLINE_MS);
    return leg.hangUp();
  }
  if (isOurs) ringOwnNumber(world, leg);
  else if (phone !== undefined) phone.ring(leg);
  else if (typeof settings.strangers === 'object') clock.after(readDuration(settings.strangers.answersAfter), () => leg.answer());
  await leg.until(() => leg.isAnswered);
  late.cancel();
  if (phone?.person.is === 'machine') await answerByMachine(leg, phone.person);
}
