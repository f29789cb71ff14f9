/**
 * Parameters that come with what happens to a call later, which a call that is still ringing may have already: a `<Dial>` that does not
 * answer it before somebody else does, a stream that was started, a failed document. What happened then tells more than where the call
 * came from.
 */
export const laterParameters: readonly string[] = [
  'CallbackSource',
  'ErrorUrl',
  'DialCallStatus',
  'Digits',
  'SpeechResult',
  'RecordingUrl',
  'QueueSid',
  'QueueResult',
  'ReferCallStatus',
  'SessionStatus',
  'StreamSid',
  'SiprecSid',
  'sessionSid',
];
