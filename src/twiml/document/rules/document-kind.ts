import type { Rule } from '../rule.js';

export const documentKind: Rule<'document-kind'> = {
  id: 'document-kind',
  severity: 'warning',
  codes: [12200, 14110],
  text: 'Verbs of calls stand in answers to calls, and verbs of messages in answers to messages.',
  trips: '<Response><Say>Hello</Say><Say>You have mail.</Say><Message>Hello</Message></Response>',
  passes: '<Response><Message>Hello</Message></Response>',
  misplaced(element, { family }) {
    if (element.placement !== 'other-family') return undefined;
    const message =
      family === 'messaging'
        ? `A messaging document takes <Message> and <Redirect>; found <${element.tag}>. Twilio ignores it.`
        : `A ${family} document does not take <${element.tag}>; Twilio ignores it. Answer a message with it, or send one through the REST API.`;
    return { message, code: family === 'messaging' ? 14110 : 12200 };
  },
};
