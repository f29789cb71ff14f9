import * as z from 'zod';

/** Calls the worker and connects the call that waits: for tasks that `<Enqueue>` made, and no others. */
export interface DequeueInstruction {
  /** `dequeue`. */
  instruction: 'dequeue';
  /** Whom to call: a phone number, `client:name` or `sip:user@host`. @default the worker's attribute `contact_uri` */
  to?: string | undefined;
  /** The caller ID that the worker sees. @default the number that was called */
  from?: string | undefined;
  /** The activity to move the worker to when the call has ended. */
  post_work_activity_sid?: string | undefined;
  /** Whether to record the call. @default "do-not-record" */
  record?: 'record-from-answer' | 'do-not-record' | (string & {}) | undefined;
  /** How many seconds to let it ring, up to 999, and up to 600 over SIP. @default 60 */
  timeout?: number | undefined;
  /** Where to report the progress of the call to the worker, with GET: see `TaskRouterDequeueStatus`. */
  status_callback_url?: string | undefined;
  /** What to report of `initiated`, `ringing`, `answered` and `completed`, with commas between. @default "completed" */
  status_callback_events?: string | undefined;
}

// @__NO_SIDE_EFFECTS__
export function dequeueInstruction() {
  return z.strictObject({
    instruction: z.literal('dequeue'),
    to: z.string().optional(),
    from: z.string().optional(),
    post_work_activity_sid: z.string().startsWith('WA').optional(),
    record: z.string().optional(),
    timeout: z.int().positive().max(999).optional(),
    status_callback_url: z.string().optional(),
    status_callback_events: z.string().optional(),
  });
}
