import { hasValue, isTrue } from '../flow.js';
import type { Rule } from '../rule.js';

export const transcribeCallback: Rule<'transcribe-callback'> = {
  id: 'transcribe-callback',
  severity: 'info',
  codes: [],
  text: 'A `<Record>` with a `transcribeCallback` is transcribed.',
  trips: '<Response><Record action="/done" transcribeCallback="/text"/></Response>',
  passes: '<Response><Record action="/done" transcribe="true" transcribeCallback="/text"/></Response>',
  tags: ['Record'],
  element(record) {
    if (!hasValue(record, 'transcribeCallback') || isTrue(record, 'transcribe')) return undefined;
    return { message: 'transcribeCallback of <Record> is never called without transcribe="true".', attribute: 'transcribeCallback' };
  },
};
