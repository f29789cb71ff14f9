/** Something about messages that Twilio does not say, or on which sources disagree, and what the emulator does. */
export interface MessageDeviation {
  /** What is unknown. */
  readonly question: string;
  /** What the emulator does. */
  readonly choice: string;
  readonly certainty: 'disputed' | 'inferred';
  /** What speaks for it, and against. */
  readonly source: string;
}

/** What is inferred or disputed about messages. */
export const messageDeviations: readonly MessageDeviation[] = [
  {
    question: 'Is the status `sending` called back?',
    choice: 'No.',
    certainty: 'disputed',
    source: 'The page on status callbacks lists it in the life of a message; no recorded traffic has it.',
  },
  {
    question: 'Does a scheduled message pass through `accepted` when its time comes?',
    choice: 'No: `queued` is the first callback.',
    certainty: 'inferred',
    source: 'The pages on scheduling do not say.',
  },
  {
    question: 'Does a message outside the 24 hours of WhatsApp end `failed` or `undelivered`?',
    choice: '`failed`, with 63016.',
    certainty: 'disputed',
    source: 'Both are reported; the page of error 63016 does not say.',
  },
  {
    question: 'Is a message by a Messaging Service to somebody who opted out refused at once?',
    choice: 'No: it is created, and becomes `failed` with 21610. With `From` it is refused at once.',
    certainty: 'disputed',
    source: 'Both are reported; services check later by the pages on them.',
  },
  {
    question: 'Does a keyword such as STOP reach the webhook?',
    choice: 'Yes, as any other text.',
    certainty: 'disputed',
    source: 'Support pages and handlers in use say so; one third party denies it.',
  },
  {
    question: 'What does Twilio answer to STOP, START and HELP?',
    choice: 'Words of the emulator’s own.',
    certainty: 'inferred',
    source: 'The words of Twilio depend on the country and change.',
  },
  {
    question: 'Which parameters does the `action` of `<Message>` get?',
    choice: 'MessageSid and MessageStatus alone.',
    certainty: 'inferred',
    source: 'The page of `<Message>` names these two.',
  },
];
