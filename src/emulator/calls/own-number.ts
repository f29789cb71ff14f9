import type { World } from '../world.js';
import { joinEnds } from './ends.js';
import { placeIncomingCall } from './incoming-call.js';
import type { Leg } from './leg.js';

/** A call is handed on so often at most, as SIP has it: https://www.rfc-editor.org/rfc/rfc3261#section-8.1.1.6 */
const MOST_HOPS = 70;

/** One of our numbers is called from here: a call comes in there, with a CallSid of its own, and what answers the number decides about both. */
export function ringOwnNumber(world: World, outgoing: Leg): void {
  if ((outgoing.parent?.hops ?? 0) >= MOST_HOPS) {
    const message = `The call came through ${MOST_HOPS} numbers of this emulator, each of which dialled the next: they go round in a circle.`;
    world.report({ severity: 'error', message });
    outgoing.end('failed');
    return;
  }
  const incoming = placeIncomingCall(world, { from: outgoing.from, to: outgoing.to, origin: outgoing });
  let part: (() => void) | undefined;
  const look = () => {
    if (incoming.isAnswered && !incoming.isOver && !outgoing.isAnswered) {
      part = joinEnds(outgoing, incoming);
      outgoing.answer();
    }
    if (!incoming.isOver && !outgoing.isOver) return;
    for (const stop of stops) stop();
    part?.();
    // Whoever is still there hears the other side hang up.
    if (outgoing.isAnswered) outgoing.hangUp();
    else outgoing.end(isUnreasoned(incoming) ? world.settings.deviations.rejectedByOurs : incoming.status);
    incoming.hangUp();
  };
  const stops = [incoming.watch(look), outgoing.watch(look)];
}

/** Whether it was rejected, and not as busy. */
function isUnreasoned({ isRejected, status }: Leg): boolean {
  return isRejected && status === 'no-answer';
}
