/** Where what Twilio sends is not what its documentation says, and the schema follows what is sent. */
export interface Deviation {
  /** The kind of webhook, or the group of kinds that share the parameter, such as `voice.recording.*`. */
  readonly kind: string;
  /** The parameter; a dot leads into JSON that it holds. */
  readonly parameter: string;
  /** What the documentation says, or that it says nothing. */
  readonly documented: string;
  /** What is sent. */
  readonly actual: string;
  /** Where it was seen. */
  readonly source: string;
}

/** All known deviations, in the order of their kinds. */
export const deviations: readonly Deviation[] = [
  {
    kind: 'voice.amd',
    parameter: 'AnsweredBy',
    documented: 'six values for machines, people and faxes, or unknown',
    actual: 'machine too, from a detection that is gone',
    source: 'recorded requests',
  },
  {
    kind: 'voice.connect.conversation-relay',
    parameter: 'ApiVersion',
    documented: 'in every request about a call',
    actual: 'absent, with Caller and Called, from the example of this very request',
    source: 'https://www.twilio.com/docs/voice/twiml/connect/conversationrelay#connect-action-url-callback',
  },
  {
    kind: 'voice.dial',
    parameter: 'DialBridged',
    documented: 'in every request',
    actual: 'absent from older requests',
    source: 'recorded requests, against https://www.twilio.com/docs/voice/twiml/dial#action',
  },
  {
    kind: 'voice.dial',
    parameter: 'RecordingSid',
    documented: 'not at all; RecordingUrl alone is',
    actual: 'beside RecordingUrl, with RecordingDuration',
    source: 'a recorded request, against https://www.twilio.com/docs/voice/twiml/dial#action',
  },
  {
    kind: 'voice.enqueue',
    parameter: 'Digits',
    documented: 'not at all',
    actual: 'the keys that were pressed while the call waited',
    source: 'a recorded request, against https://www.twilio.com/docs/voice/twiml/enqueue#attributes-action-parameters',
  },
  {
    kind: 'voice.enqueue.wait',
    parameter: 'MaxQueueSize',
    documented: 'in every request',
    actual: 'absent from two requests',
    source: 'recorded requests, against https://www.twilio.com/docs/voice/twiml/enqueue#attributes-waiturl-parameters',
  },
  {
    kind: 'voice.gather',
    parameter: 'FinishedOnKey',
    documented: 'not at all',
    actual: 'wherever keys were pressed, empty when none finished the input',
    source: 'recorded requests, against https://www.twilio.com/docs/voice/twiml/gather#action',
  },
  {
    kind: 'voice.gather',
    parameter: 'msg',
    documented: 'not at all',
    actual: 'Gather End',
    source: 'three recorded requests, against https://www.twilio.com/docs/voice/twiml/gather#action',
  },
  {
    kind: 'voice.gather.partial',
    parameter: 'StableSpeechResult',
    documented: 'not at all; UnstableSpeechResult alone is',
    actual: 'read by several applications, and Stability by one',
    source: 'public code, against https://www.twilio.com/docs/voice/twiml/gather#partialresultcallback',
  },
  {
    kind: 'voice.incoming',
    parameter: 'AddOns',
    documented: 'not in the table of the request',
    actual: 'JSON with the results of the add-ons',
    source: 'TwilioDevEd/api-snippets, against https://www.twilio.com/docs/voice/twiml#request-parameters',
  },
  {
    kind: 'voice.incoming',
    parameter: 'ApplicationSid',
    documented: 'for the calls of a Voice SDK',
    actual: 'also for a call from the phone network to a number that an application answers',
    source: 'a recorded request, against https://www.twilio.com/docs/voice/twiml#request-parameters',
  },
  {
    kind: 'voice.incoming',
    parameter: 'CalledVia',
    documented: 'not at all',
    actual: 'beside ForwardedFrom, with the same value',
    source: 'recorded requests, against https://www.twilio.com/docs/voice/twiml#request-parameters',
  },
  {
    kind: 'voice.incoming.client',
    parameter: 'To',
    documented: 'the number that was called',
    actual: 'what the client chose, or empty',
    source: 'https://gist.github.com/jonahglover/5887ef900cc6890abda1, a recorded request',
  },
  {
    kind: 'voice.incoming.sip-domain',
    parameter: 'CallStatus',
    documented: 'in every request about a call',
    actual: 'absent from a call to a SIP domain',
    source: 'a recorded request, against https://www.twilio.com/docs/voice/api/sip-twiml',
  },
  {
    kind: 'voice.record',
    parameter: 'RecordingSid',
    documented: 'not in the table',
    actual: 'in every recorded request',
    source: 'recorded requests, against https://www.twilio.com/docs/voice/twiml/record#attributes-action-parameters',
  },
  {
    kind: 'voice.status.incoming',
    parameter: 'Timestamp',
    documented: 'not in the table of an incoming call, nor are CallbackSource and SequenceNumber',
    actual: 'as for the calls that you started',
    source: 'a recorded request, against https://www.twilio.com/docs/voice/twiml#statuscallback-request-parameters',
  },
  {
    kind: 'voice.transcribe',
    parameter: 'TranscriptionType',
    documented: 'not at all',
    actual: 'fast, and the callback in url',
    source: 'a recorded request, against https://www.twilio.com/docs/voice/twiml/record#attributes-transcribecallback-parameters',
  },
  {
    kind: 'voice.user-defined-message',
    parameter: 'Content',
    documented: 'in a JSON body',
    actual: 'in a form',
    source: 'twilio/twilio-voice.js tests/relay/server.js, against the page of the subscription resource',
  },
];
