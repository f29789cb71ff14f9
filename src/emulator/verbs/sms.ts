import { resolveIn } from '../documents/document.js';
import { sendCallback } from '../wire/callbacks.js';
import { actionOf } from './read.js';
import type { Verb } from './verb.js';

/** How long until the message is sent. */
const SENT_MS = 1000;

/** Sends a message in the middle of a call: a verb of old, which Twilio has retired. */
export const sms: Verb = {
  tag: 'Sms',
  async run(context) {
    const { leg, document, node, event } = context;
    const { world } = leg;
    const { action, statusCallback } = node.attributes;
    const sid = world.chance.sid('SM');
    if (statusCallback !== undefined) {
      const url = resolveIn(document, statusCallback);
      const parameters = { SmsSid: sid, SmsStatus: 'sent' };
      world.clock.after(SENT_MS, () => sendCallback({ kind: 'voice.sms.status', url, method: 'POST', parameters, causes: [event] }, world));
    }
    return action === undefined ? undefined : { go: actionOf(context, 'voice.sms.action', { SmsSid: sid, SmsStatus: 'sending' }) };
  },
};
