import { jsonText, openEnum, optional, sid, timestamp } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { debuggerPayload } from './groups/debugger-payload.js';

const parameters = {
  /** The entry of the debugger's log. */
  Sid: sid('NO'),
  /** The account or subaccount in which it happened: `AC…`. */
  AccountSid: sid('AC'),
  /** The account above it, when `AccountSid` is a subaccount. */
  ParentAccountSid: optional(sid('AC')),
  /** When it happened, in UTC, to the millisecond. */
  Timestamp: optional(timestamp('iso8601')),
  /** How bad it is. Recorded in capitals, though documented as `Error` and `Warning`: compare without case. */
  Level: openEnum('ERROR', 'WARNING', 'INFO', 'DEBUG'),
  /** The format of `Payload`. */
  PayloadType: optional(openEnum('application/json')),
  /** What is known of it; text when it is no JSON. */
  Payload: optional(jsonText(debuggerPayload)),
};

/** Twilio logged an error or a warning. */
export interface DebuggerEvent extends PayloadOf<typeof parameters> {}

/** Sent to the debugger's webhook, of which an account has one for itself and its subaccounts. Answer with any 2xx. */
export const DebuggerEvent: PayloadSchema<DebuggerEvent, 'account.debugger', 'nothing'> = form({
  kind: 'account.debugger',
  title: 'Debugger event (error webhook)',
  expects: 'nothing',
  methods: ['POST'],
  signs: [{ has: ['PayloadType', 'Payload', 'Level'] }, { has: ['Payload', 'Level'], starts: { Sid: 'NO' } }],
  parameters: [parameters],
});
