import { openEnum, optional, sid, text } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';

const parameters = {
  /** The command. Inferred from the REST API, as all parameters here: no request was recorded. */
  CommandSid: sid('DC'),
  /** The account that owns the SIM: `AC…`. */
  AccountSid: optional(sid('AC')),
  /** The SIM that sent the command, or that it was sent to. */
  SimSid: optional(sid('DE')),
  /** The name that you gave the SIM, where you did. */
  SimUniqueName: optional(text()),
  /** What was sent: text, or Base64 when `CommandMode` is `binary`. */
  Command: optional(text()),
  /** What `Command` is. */
  CommandMode: optional(openEnum('text', 'binary')),
  /** Which way the command goes. */
  Direction: optional(openEnum('from_sim', 'to_sim')),
  /** How far it got; of a command from a SIM, `received`. */
  Status: optional(openEnum('queued', 'sent', 'delivered', 'received', 'failed')),
};

/** A SIM of Programmable Wireless sent a command, or one that you sent to it got further. */
export interface WirelessCommand extends PayloadOf<typeof parameters> {}

/** Sent to the commands callback URL of a SIM, or to the callback URL of a command. Answer with any 2xx. */
export const WirelessCommand: PayloadSchema<WirelessCommand, 'wireless.command', 'nothing'> = form({
  kind: 'wireless.command',
  title: 'Programmable Wireless command',
  expects: 'nothing',
  signs: [
    { has: ['CommandSid'], starts: { CommandSid: 'DC' } },
    { otherwise: true, has: ['CommandSid', 'CommandMode'] },
  ],
  parameters: [parameters],
});
