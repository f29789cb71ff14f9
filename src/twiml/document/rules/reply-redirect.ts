import { headerOf } from '../reply-parts.js';
import type { Rule } from '../rule.js';

export const replyRedirect: Rule<'reply-redirect'> = {
  id: 'reply-redirect',
  severity: 'info',
  codes: [11215, 11216],
  text: 'A redirect has a `Location`. Twilio follows up to 10, and the parameters of a POST are lost on the way.',
  trips: { reply: { status: 302, headers: { location: '/twiml' }, body: '' } },
  passes: { reply: { status: 200, headers: { 'content-type': 'text/xml' }, body: '<Response/>' } },
  reply(reply) {
    const { status } = reply;
    if (status < 300 || status >= 400) return undefined;
    if ((headerOf(reply, 'location') ?? '') === '')
      return { message: `A redirect has a Location; this ${status} has none.`, code: 11216, severity: 'error' };
    const message = `Twilio follows a ${status} as a GET without the parameters it has posted; answer with TwiML, or <Redirect>.`;
    return { message };
  },
};
