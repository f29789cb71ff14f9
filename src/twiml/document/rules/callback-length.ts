import type { Rule } from '../rule.js';

const LIMIT = 4000;

export const callbackLength: Rule<'callback-length'> = {
  id: 'callback-length',
  severity: 'error',
  codes: [21609],
  text: `The URL of a status callback has at most ${LIMIT} characters.`,
  trips: `<Response><Message statusCallback="https://example.com/sent?state=${'a'.repeat(LIMIT)}">Hello</Message></Response>`,
  passes: '<Response><Message action="https://example.com/sent?state=a">Hello</Message></Response>',
  attribute({ name, value, kind }, element) {
    if (kind?.type !== 'url' || !name.startsWith('statusCallback') || value.length <= LIMIT) return undefined;
    return { message: `${name} of <${element.name}> takes up to ${LIMIT} characters, and has ${value.length}. Keep state on your side.` };
  },
};
