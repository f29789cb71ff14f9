import type { Call, Emulator } from '../../emulator/index.js';
import type { Answering } from './act.js';

/** How long somebody who was dialled stays on the line before they hang up. */
const TALK = '10s';

/** Lets the people whom an application dials behave as they are to: whoever rings is given to `decide`. */
export function playDialled(twilio: Emulator, decide: (address: string, call: Call) => Promise<Answering>): void {
  twilio.on((event) => {
    if (event.type !== 'call' || event.direction === 'inbound') return;
    const call = twilio.phone(event.to).calls.find(({ sid }) => sid === event.callSid);
    if (call === undefined) return;
    if (event.status === 'ringing') void decide(event.to, call).then((answering) => behave(call, answering), ignore);
    if (event.status === 'in-progress') void talk(call).catch(ignore);
  });
}

async function behave(call: Call, answering: Answering): Promise<void> {
  // They may have given up calling in the meantime.
  if (call.status !== 'ringing') return;
  if (answering === 'answer') await call.answer();
  if (answering === 'busy') await call.decline();
}

async function talk(call: Call): Promise<void> {
  await call.stay(TALK);
  if (call.status === 'in-progress') await call.hangUp();
}

/** A call that ended, or an emulator that was closed, needs nobody to behave. */
function ignore(): void {}
