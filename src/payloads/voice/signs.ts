import type { Sign } from '../schema/schema.js';

/**
 * Parameters that come with what happens to a call later, which a call that is still ringing may have already: a `<Dial>` that does not
 * answer it before somebody else does, a stream that was started, a failed document. What happened then tells more than where the call
 * came from.
 */
export const laterParameters: readonly string[] = [
  'SequenceNumber',
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

/** How a call can end. Nobody is asked what to do with a call that is over, unless a verb that ran in it reports its result. */
export const finalStatuses = ['completed', 'busy', 'failed', 'no-answer', 'canceled'] as const;

/**
 * A request for a document that nothing else explains. What a report of a call's progress has it has not: a place in the order of reports,
 * the end of the call, or its very beginning, of which only reports tell.
 */
// @__NO_SIDE_EFFECTS__
export function signsOfDocument(direction: string): readonly Sign[] {
  return [
    { otherwise: true, is: { Direction: direction }, lacks: ['SequenceNumber'], isNot: { CallStatus: [...finalStatuses, 'initiated'] } },
  ];
}

/** What tells a report of a call's progress: what is known of it, or where that is left out what nothing else has. */
// @__NO_SIDE_EFFECTS__
export function signsOfProgress(known: readonly Sign[], { has = [], is = {} }: Sign = {}): readonly Sign[] {
  const common = { otherwise: true, has: ['CallSid', ...has] } as const;
  return [
    ...known,
    { ...common, is: { ...is, CallStatus: [...finalStatuses, 'initiated'] } },
    { ...common, is, has: ['SequenceNumber', 'CallStatus', ...common.has] },
  ];
}
