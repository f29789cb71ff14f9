import type { CallState, Snapshot } from '../../emulator/control/protocol.js';

const ONGOING: readonly string[] = ['queued', 'initiated', 'ringing', 'in-progress'];

/** Whether a call has not ended. */
export function isOngoing({ status }: Pick<CallState, 'status'>): boolean {
  return ONGOING.includes(status);
}

/** Whether a telephone rings with this call, and somebody can answer it there. */
export function isRinging({ status, direction }: CallState): boolean {
  return status === 'ringing' && direction !== 'inbound';
}

/** The other side of a call, as the person at the telephone sees it. */
export function otherSideOf({ direction, from, to }: CallState): string {
  return direction === 'inbound' ? to : from;
}

/** The first leg of a call. */
export function rootOf(call: CallState, { calls }: Pick<Snapshot, 'calls'>): CallState {
  const parent = calls.find(({ sid }) => sid === call.parentCallSid);
  return parent === undefined ? call : rootOf(parent, { calls });
}
