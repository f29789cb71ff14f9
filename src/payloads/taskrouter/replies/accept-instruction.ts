import * as z from 'zod';

/** Takes the task in the worker's name, and does nothing else. */
export interface AcceptInstruction {
  /** `accept`. */
  instruction: 'accept';
}

// @__NO_SIDE_EFFECTS__
export function acceptInstruction() {
  return z.strictObject({ instruction: z.literal('accept') });
}
