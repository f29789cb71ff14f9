import { VerifyBook } from '../rest/verify/verify-book.js';
import type { World } from '../world.js';
import { type FaultState, PROTOCOL_VERSION, type Snapshot } from './protocol.js';
import { describeCalls } from './state/calls.js';
import { describeMessages } from './state/messages.js';
import { describePhones } from './state/phones.js';
import { describeSetUp } from './state/set-up.js';
import type { Surroundings } from './surroundings.js';

/** Tells all that there is at the moment. */
export function makeSnapshot(world: World, run: string, surroundings: Surroundings): Snapshot {
  const { clock, clockKind, directory, messaging, settings, log } = world;
  const calls = describeCalls(world);
  const messages = describeMessages(world);
  const application = surroundings.describeApplication?.();
  return {
    version: PROTOCOL_VERSION,
    run,
    seq: log.events.at(-1)?.seq ?? 0,
    clock: { kind: clockKind, now: clock.now, isPaused: clock.isPaused },
    publicUrl: settings.publicUrl,
    accountSid: settings.accountSid,
    numbers: [...directory.numbers].map(([address, numberSettings]) => {
      const messagingServiceSid = messaging.serviceOf(address)?.sid;
      return { address, settings: numberSettings, ...(messagingServiceSid !== undefined && { messagingServiceSid }) };
    }),
    phones: describePhones(world, calls, messages, surroundings),
    calls,
    messages,
    findings: world.findings,
    scheduled: [...messaging.messages.values()]
      .filter(({ status }) => status === 'scheduled')
      .map(({ sid, dueAt, createdAt }) => ({ messageSid: sid, sendAt: dueAt ?? createdAt })),
    optOuts: messaging.optOuts.blocks.map(({ sender, person }) => ({ sender, phone: person })),
    verifications: [...world.part(VerifyBook).verifications.values()].map(({ sid, to, code, channel, status, createdAt }) => ({
      ...{ sid, to, code, channel, status, createdAt },
    })),
    faults: describeFaults(world),
    setUp: describeSetUp(world, surroundings),
    ...(application !== undefined && { application }),
  };
}

function describeFaults({ settings: { faults } }: World): FaultState {
  const { app, ...others } = faults;
  if (typeof app === 'function') return { ...others, isDecidedByCode: true };
  return { ...others, ...(app && { app }) };
}
