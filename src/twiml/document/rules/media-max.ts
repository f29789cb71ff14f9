import type { Rule } from '../rule.js';

const MOST = 10;

const media = (count: number) => `<Response><Message>${'<Media>/cat.png</Media>'.repeat(count)}</Message></Response>`;

export const mediaMax: Rule<'media-max'> = {
  id: 'media-max',
  severity: 'error',
  codes: [21623],
  text: 'A `<Message>` has at most 10 `<Media>`.',
  trips: media(11),
  passes: media(10),
  tags: ['Message'],
  element(message) {
    const count = message.childrenOf('Media').length;
    return count > MOST && !message.isTemplated
      ? { message: `A <Message> has ${MOST} <Media> at most; this one has ${count}.` }
      : undefined;
  },
};
