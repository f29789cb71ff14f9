import { reportMisplaced } from '../nesting.js';
import type { Rule } from '../rule.js';

export const startNouns: Rule<'start-nouns'> = {
  id: 'start-nouns',
  severity: 'error',
  codes: [14300],
  text: '`<Start>` takes `<Stream>`, `<Siprec>`, `<Transcription>`, `<Recording>` or `<MediaFilter>`; `<Stop>` takes the same, by name.',
  trips: '<Response><Start><Say>Hello</Say></Start><Hangup/></Response>',
  passes: '<Response><Start><Siprec connectorName="recorder" name="call"/></Start><Hangup/></Response>',
  misplaced: (element) => reportMisplaced(element, 'Start', 'Stop'),
  tags: ['Start', 'Stop'],
  element(element) {
    if (element.children.length === 0 && element.isTemplated) return undefined;
    if (element.children.length === 0)
      return { message: `<${element.name}> takes <Stream>, <Siprec>, <Transcription>, <Recording> or <MediaFilter>; it is empty.` };
    if (element.name === 'Start') return undefined;
    const nameless = element.children.find((child) => child.attribute('name') === undefined && child.placement === 'right');
    return nameless && { message: `<Stop> finds what it stops by name; <${nameless.name}> has no name.`, element: nameless };
  },
};
