import type { Rule } from '../rule.js';

export const messageNotEmpty: Rule<'message-not-empty'> = {
  id: 'message-not-empty',
  severity: 'error',
  codes: [14103, 21602],
  text: 'A message has a text or a file.',
  trips: '<Response><Message><Body></Body></Message></Response>',
  passes: '<Response><Message><Media>https://example.com/cat.png</Media></Message></Response>',
  tags: ['Message', 'Sms'],
  element(message) {
    if (message.text !== '' || message.childrenOf('Body', 'Media').some(({ text, name }) => text !== '' || name === 'Media'))
      return undefined;
    return { message: `<${message.name}> has neither text nor media; Twilio sends nothing. To send nothing, answer <Response/>.` };
  },
};
