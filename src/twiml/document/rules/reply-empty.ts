import { bodyOf } from '../reply-parts.js';
import type { Rule } from '../rule.js';

export const replyEmpty: Rule<'reply-empty'> = {
  id: 'reply-empty',
  severity: 'error',
  codes: [11770],
  text: 'An answer has a body; that of nothing to do is `<Response/>`. Messages may be answered with nothing, and so may status callbacks: say `context: "status-callback"`.',
  trips: { reply: { status: 200, headers: { 'content-type': 'text/xml' }, body: '' } },
  passes: { reply: { status: 200, headers: { 'content-type': 'text/xml' }, body: '<Response/>' } },
  reply(reply, { document, context }) {
    if (reply.status < 200 || reply.status >= 300 || bodyOf(reply).trim() !== '') return undefined;
    if (context === 'status-callback') return undefined;
    const severity = reply.status === 204 || document === 'messaging' ? 'info' : undefined;
    return { message: 'The body is empty; to do nothing, answer <Response/>.', severity };
  },
};
