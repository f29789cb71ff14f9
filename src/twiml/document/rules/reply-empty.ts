import { bodyOf, headerOf } from '../reply-parts.js';
import type { Rule } from '../rule.js';

export const replyEmpty: Rule<'reply-empty'> = {
  id: 'reply-empty',
  severity: 'error',
  codes: [11770],
  text: 'An answer has a body; that of nothing to do is `<Response/>`. Messages may be answered with nothing, and so may status callbacks: say `context: "status-callback"`. An answer that says itself that it is empty, by 204 or `Content-Length: 0`, ends the call and is no error.',
  trips: { reply: { status: 200, headers: { 'content-type': 'text/xml' }, body: '' } },
  passes: { reply: { status: 200, headers: { 'content-type': 'text/xml' }, body: '<Response/>' } },
  reply(reply, { document, context }) {
    if (reply.status < 200 || reply.status >= 300 || bodyOf(reply).trim() !== '') return undefined;
    if (context === 'status-callback') return undefined;
    // Twilio's error is of an answer in chunks that never come: https://www.twilio.com/docs/api/errors/11770
    const saysSo = reply.status === 204 || headerOf(reply, 'content-length')?.trim() === '0';
    const severity = saysSo || document === 'messaging' ? 'info' : undefined;
    return { message: 'The body is empty; to do nothing, answer <Response/>.', severity };
  },
};
