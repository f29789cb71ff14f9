import type { Rule } from '../rule.js';

const MOST = 10;

const messages = (count: number) => `<Response>${'<Message>Hello</Message>'.repeat(count)}</Response>`;

export const messagesMax: Rule<'messages-max'> = {
  id: 'messages-max',
  severity: 'warning',
  codes: [14109],
  text: 'At most 10 messages answer a message.',
  trips: messages(11),
  passes: messages(10),
  document({ root, family }) {
    const count = family === 'messaging' && !root.isTemplated ? root.childrenOf('Message', 'Sms').length : 0;
    return count > MOST
      ? { message: `A document sends ${MOST} messages at most; this one has ${count}. Twilio leaves the others out.` }
      : undefined;
  },
};
