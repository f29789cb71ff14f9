import { oneOf, openEnum, optional, sid, text } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';

const parameters = {
  /** The command: an `SmsCommand` of the REST API, though the parameter is not named so. */
  CommandSid: sid('HC'),
  /** The account that owns the SIM. Its auth token signs the request. */
  AccountSid: sid('AC'),
  /** The SIM that sent the command, or that it was sent to. */
  SimSid: sid('HS'),
  /** The name that you gave the SIM, where you did. */
  SimUniqueName: optional(text()),
  /** Which way the command goes. */
  Direction: oneOf('from_sim', 'to_sim'),
  /** How far it got; of a command from a SIM, `received`. */
  Status: optional(openEnum('queued', 'sent', 'delivered', 'received', 'failed')),
  /** What was sent. */
  Payload: optional(text()),
  /** What `Payload` is; only text was recorded. */
  PayloadType: optional(openEnum('text', 'binary')),
  /** @deprecated A copy of `Payload` under the name that Programmable Wireless had. */
  Command: optional(text()),
  /** The version of the API. */
  ApiVersion: optional(openEnum('v1')),
};

/** A Super SIM sent an SMS command, or one that you sent to it got further. */
export interface SuperSimSmsCommand extends PayloadOf<typeof parameters> {}

/** Sent to the SMS commands URL of a fleet, or to the callback URL of an SMS command. Answer with any 2xx. */
export const SuperSimSmsCommand: PayloadSchema<SuperSimSmsCommand, 'supersim.sms-command', 'nothing'> = form({
  kind: 'supersim.sms-command',
  title: 'Super SIM SMS command',
  expects: 'nothing',
  signs: [
    { has: ['CommandSid', 'SimSid'], starts: { CommandSid: 'HC' } },
    { otherwise: true, has: ['CommandSid', 'SimSid', 'Payload'] },
  ],
  parameters: [parameters],
});
