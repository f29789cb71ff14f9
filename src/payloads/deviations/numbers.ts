import type { Deviation } from './deviation.js';

export const numbersDeviations: readonly Deviation[] = [
  {
    kind: 'numbers.port-out-phone-number-completed',
    parameter: 'status',
    documented: 'the name of the notification alone',
    actual: 'not seen: the parameters are inferred from those of a port-in',
    source: 'https://www.twilio.com/docs/phone-numbers/port-in (webhook configuration)',
  },
  {
    kind: 'numbers.port_in',
    parameter: 'status',
    documented: 'PortInInReview and PortInExpired, in an earlier list',
    actual: 'not in the present list; both are still read',
    source: 'https://www.twilio.com/docs/phone-numbers/port-in, November 2026',
  },
  {
    kind: 'numbers.sender-id-registration',
    parameter: 'status',
    documented: 'that there is a callback',
    actual: 'not seen: the names are those of the REST resource',
    source: 'npm twilio@6.2.0 lib/rest/numbers/v1/senderIdRegistration.d.ts',
  },
  {
    kind: 'numbers.voice-verification',
    parameter: 'CallSid',
    documented: 'that there is a callback',
    actual: 'not seen: the parameters are those of every request about a call',
    source: 'npm twilio@6.2.0 lib/rest/numbers/v1/voiceVerification.d.ts',
  },
];
