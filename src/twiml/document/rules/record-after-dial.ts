import { hasValue } from '../flow.js';
import type { Rule } from '../rule.js';

export const recordAfterDial: Rule<'record-after-dial'> = {
  id: 'record-after-dial',
  severity: 'info',
  codes: [],
  text: 'A `<Dial>` that is recorded needs no `<Record>`, which records the caller alone, once the call is over.',
  trips: '<Response><Dial record="record-from-answer">+14155550123</Dial><Record action="/done"/></Response>',
  passes: '<Response><Dial record="record-from-answer" recordingStatusCallback="/recorded">+14155550123</Dial></Response>',
  tags: ['Record'],
  element(record, { verbs, root }) {
    if (record.parent !== root || root.isTemplated) return undefined;
    const before = verbs[verbs.indexOf(record) - 1];
    const mode = before?.name === 'Dial' ? before.attribute('record')?.trim() : undefined;
    if (before === undefined || mode === undefined || ['', 'false', 'do-not-record'].includes(mode) || hasValue(before, 'action'))
      return undefined;
    return {
      message:
        '<Record> starts when the call before it is over. The recording of that call is reported to recordingStatusCallback of <Dial>.',
    };
  },
};
