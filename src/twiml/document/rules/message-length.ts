import type { Rule } from '../rule.js';

const MOST = 1600;

export const messageLength: Rule<'message-length'> = {
  id: 'message-length',
  severity: 'error',
  codes: [21617],
  text: 'The text of a message has at most 1600 characters, those of several `<Body>` together.',
  trips: `<Response><Message>${'Hello. '.repeat(230)}</Message></Response>`,
  passes: '<Response><Message>Hello.</Message></Response>',
  tags: ['Message'],
  element(message) {
    const texts = [message.text, ...message.childrenOf('Body').map(({ text }) => text)];
    const length = texts.reduce((sum, text) => sum + text.length, 0);
    return length > MOST ? { message: `A message has ${MOST} characters at most; this one has ${length}.`, content: true } : undefined;
  },
};
