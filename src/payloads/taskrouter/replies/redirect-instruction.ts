import * as z from 'zod';

/** Sends a call that is going on to other TwiML, such as the one that waits to a mailbox. */
export interface RedirectInstruction {
  /** `redirect`. */
  instruction: 'redirect';
  /** The call that is redirected: `CA…`. */
  call_sid: string;
  /** Where the TwiML is. */
  url: string;
  /** Whether to take the task in the worker's name as well. By the table it is not, by the text beside it it is: say it. @default false */
  accept?: boolean | undefined;
}

// @__NO_SIDE_EFFECTS__
export function redirectInstruction() {
  return z.strictObject({
    instruction: z.literal('redirect'),
    call_sid: z.string().startsWith('CA'),
    url: z.string(),
    accept: z.boolean().optional(),
  });
}
