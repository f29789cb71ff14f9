import type { Rule } from '../rule.js';

export const replyStatus: Rule<'reply-status'> = {
  id: 'reply-status',
  severity: 'error',
  codes: [11200],
  text: 'The status of an answer is 200; Twilio does not read the document of a 4xx or 5xx.',
  trips: { reply: { status: 500, headers: { 'content-type': 'text/xml' }, body: '<Response/>' } },
  passes: { reply: { status: 200, headers: { 'content-type': 'text/xml' }, body: '<Response/>' } },
  reply({ status }) {
    if (status >= 200 && status < 400) return undefined;
    return { message: `An answer has the status 200; found ${status}. Twilio does not read its body.` };
  },
};
