import { isTrue } from '../flow.js';
import type { Rule } from '../rule.js';

const LONGEST = 120;

export const transcribeLength: Rule<'transcribe-length'> = {
  id: 'transcribe-length',
  severity: 'warning',
  codes: [13615],
  text: 'A `<Record>` that is transcribed is at most 120 seconds long.',
  trips: '<Response><Record action="/done" transcribe="true" maxLength="300"/></Response>',
  passes: '<Response><Record action="/done" transcribe="true" maxLength="120"/></Response>',
  tags: ['Record'],
  element(record) {
    const length = Number(record.attribute('maxLength'));
    if (!isTrue(record, 'transcribe') || !(length > LONGEST)) return undefined;
    return { message: `Recordings of up to ${LONGEST} seconds are transcribed; found maxLength="${length}".`, attribute: 'maxLength' };
  },
};
