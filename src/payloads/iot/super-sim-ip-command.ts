import { openEnum, optional, sid, text } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';

const parameters = {
  /** What was sent: of a command from a SIM, the content of the UDP datagram in Base64. */
  Payload: text(),
  /** The name that you gave the SIM, where you did. */
  SimUniqueName: optional(text()),
  /** The account that owns the SIM; inferred from SMS commands, as all that follows. */
  AccountSid: optional(sid('AC')),
  /** The SIM that sent the command, or that it was sent to. */
  SimSid: optional(sid('HS')),
  /** What `Payload` is; `binary` in commands from a SIM. */
  PayloadType: optional(openEnum('binary', 'text')),
  /** Which way the command goes. */
  Direction: optional(openEnum('from_sim', 'to_sim')),
  /** How far it got; of a command from a SIM, `received`. */
  Status: optional(openEnum('queued', 'sent', 'received', 'failed')),
};

/** A Super SIM sent an IP command, or one that you sent to it got further. Only `Payload` and `SimUniqueName` were ever recorded. */
export interface SuperSimIpCommand extends PayloadOf<typeof parameters> {}

/** Sent to the IP commands URL of a fleet, or to the callback URL of an IP command. Answer with any 2xx. */
export const SuperSimIpCommand: PayloadSchema<SuperSimIpCommand, 'supersim.ip-command', 'nothing'> = form({
  kind: 'supersim.ip-command',
  title: 'Super SIM IP command',
  expects: 'nothing',
  signs: [
    { has: ['Payload', 'SimUniqueName'], lacks: ['CommandSid'] },
    { has: ['Payload', 'SimSid'], lacks: ['CommandSid'] },
  ],
  parameters: [parameters],
});
