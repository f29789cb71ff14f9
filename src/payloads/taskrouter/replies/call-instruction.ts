import * as z from 'zod';

/** Calls the worker and lets your TwiML handle that call. The task need not be about a call. */
export interface CallInstruction {
  /** `call`. */
  instruction: 'call';
  /** The caller ID that the worker sees. */
  from: string;
  /** Where the TwiML for the call to the worker is. */
  url: string;
  /** Whom to call: a phone number, `client:name` or `sip:user@host`. @default the worker's attribute `contact_uri` */
  to?: string | undefined;
  /** Whether to take the task in the worker's name as well. @default false */
  accept?: boolean | undefined;
  /** Whether to record the call. @default "do-not-record" */
  record?: 'record-from-answer' | 'do-not-record' | (string & {}) | undefined;
  /** How many seconds to let it ring, up to 999. @default 60 */
  timeout?: number | undefined;
  /** Where to report that the call to the worker has ended. */
  status_callback_url?: string | undefined;
}

// @__NO_SIDE_EFFECTS__
export function callInstruction() {
  return z.strictObject({
    instruction: z.literal('call'),
    from: z.string(),
    url: z.string(),
    to: z.string().optional(),
    accept: z.boolean().optional(),
    record: z.string().optional(),
    timeout: z.int().positive().max(999).optional(),
    status_callback_url: z.string().optional(),
  });
}
