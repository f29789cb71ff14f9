import type { Leg } from '../calls/leg.js';
import { sendMessage } from '../messages/send.js';
import { proceed, textOf } from './read.js';
import { tell } from './tell.js';
import type { Verb } from './verb.js';

/** Sends a message in the middle of a call: a verb of old, which Twilio has retired. */
export const sms: Verb = {
  tag: 'Sms',
  async run(context) {
    const { leg, node, event } = context;
    const { ours, person } = sidesOf(leg);
    const { from = ours, to = person } = node.attributes;
    const { message, done } = sendMessage(leg.world, { direction: 'outbound-call', from, to, body: textOf(node), causes: [event] });
    const report = () => {
      const parameters = { SmsSid: message.sid, SmsStatus: message.status === 'failed' ? 'failed' : 'sent' };
      tell(context, node, { kind: 'voice.sms.status', parameters });
    };
    void done.then(report);
    return proceed(context, 'voice.sms.action', { SmsSid: message.sid, SmsStatus: 'sending' });
  },
};

/** Who of the two is the application. */
function sidesOf({ direction, from, to }: Leg): { readonly ours: string; readonly person: string } {
  return direction === 'inbound' ? { ours: to, person: from } : { ours: from, person: to };
}
