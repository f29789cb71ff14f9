import { type Kind, listOf, type Open } from '../kinds.js';

/** A step in the life of a call: Twilio starts it, it rings, it is answered, it ends in whatever way. */
export type CallEvent = 'initiated' | 'ringing' | 'answered' | 'completed';

/** Takes one step in the life of a call, or several. */
export const callEvents: Kind<Open<CallEvent> | readonly CallEvent[]> = listOf('initiated', 'ringing', 'answered', 'completed');
