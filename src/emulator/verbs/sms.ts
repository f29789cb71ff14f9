import { proceed } from './read.js';
import { tell } from './tell.js';
import type { Verb } from './verb.js';

/** How long until the message is sent. */
const SENT_MS = 1000;

/** Sends a message in the middle of a call: a verb of old, which Twilio has retired. */
export const sms: Verb = {
  tag: 'Sms',
  async run(context) {
    const { world } = context.leg;
    const sid = world.chance.sid('SM');
    const parameters = { SmsSid: sid, SmsStatus: 'sent' };
    world.clock.after(SENT_MS, () => tell(context, context.node, { kind: 'voice.sms.status', parameters }));
    return proceed(context, 'voice.sms.action', { SmsSid: sid, SmsStatus: 'sending' });
  },
};
