import type { Rule } from '../rule.js';

/** What to use instead of elements that Twilio has given up, and of the names that it no longer explains. */
const INSTEAD: Readonly<Record<string, string>> = {
  Assistant: 'Twilio has withdrawn AI Assistants; use <ConversationRelay>',
  Autopilot: 'Twilio has withdrawn Autopilot; use <ConversationRelay>',
  Conversation: 'Twilio no longer describes it',
  Receive: 'Twilio has withdrawn Programmable Fax',
  Sms: 'Twilio has put <Message> and the REST API in its place',
};

/** The same of attributes, by `tag attribute`. */
const ATTRIBUTES: Readonly<Record<string, string>> = {
  'Conference eventCallbackUrl': 'statusCallback and recordingStatusCallback have taken its place',
};

export const deprecated: Rule<'deprecated'> = {
  id: 'deprecated',
  severity: 'info',
  codes: [],
  text: 'A document uses no elements, attributes and values that Twilio has given up.',
  trips: '<Response><Sms>Hello</Sms></Response>',
  passes: '<Response><Message>Hello</Message></Response>',
  tags: ['Assistant', 'Autopilot', 'Conversation', 'Receive', 'Sms'],
  element: ({ name }) => ({ message: `<${name}> is given up: ${INSTEAD[name]}.` }),
  attribute({ known, value }, { name }) {
    const instead = ATTRIBUTES[`${name} ${known}`];
    if (instead !== undefined) return { message: `${known} of <${name}> is given up: ${instead}.` };
    if (name !== 'Say' || known !== 'voice' || value.trim() !== 'alice') return undefined;
    return { message: "The voice alice is given up: Twilio's pages no longer have it. Use one such as Polly.Joanna." };
  },
};
