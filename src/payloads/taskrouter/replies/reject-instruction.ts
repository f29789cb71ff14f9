import * as z from 'zod';

/** Refuses the task in the worker's name. It goes back to its queue. */
export interface RejectInstruction {
  /** `reject`. */
  instruction: 'reject';
  /** The activity to move the worker to, so that the task is not offered again at once. @default the worker stays in the same one */
  activity_sid?: string | undefined;
}

// @__NO_SIDE_EFFECTS__
export function rejectInstruction() {
  return z.strictObject({ instruction: z.literal('reject'), activity_sid: z.string().startsWith('WA').optional() });
}
