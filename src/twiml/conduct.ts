/**
 * Where a document runs: in answer to a webhook of a call or message; for the one who is called, before the two are connected; while a
 * conference or a queue is waited for; for the one who waited, before a queue is left.
 */
export type Level = 'response' | 'dial-url' | 'conference-wait-url' | 'enqueue-wait-url' | 'queue-url';

/** What Twilio does with an element when it runs it. */
export interface Conduct {
  /** The documents that it may stand in directly. What stands inside a verb alone has none. */
  readonly levels: readonly Level[];
  /** What has to come to its end before the next verb runs. What stands inside a verb says what ends that verb. */
  readonly waitsFor: WaitsFor;
  /** Whether the document ends with it. Without, the next verb runs. */
  readonly ends?: Ending;
  /** The requests that Twilio makes for it. */
  readonly asks?: readonly Asking[];
  /** The WebSocket that Twilio opens to its `url`. */
  readonly opens?: 'media-stream' | 'conversation-relay';
  /** What Twilio asks when the caller hangs up meanwhile. Without, nothing but the call's own status callback. */
  readonly whenCallerGoes?: Leaving;
  /** Whether the call is answered before it runs, even as the first verb. @default true */
  readonly answers?: false | { readonly unless: string };
  /** Whether Twilio's pages say that nothing stands inside. */
  readonly holds?: 'nothing';
}

/** What is waited for. `server` is the other end of a socket; of an `unknown` one, no page tells. */
type WaitsFor =
  | 'nothing'
  | 'sound'
  | 'time'
  | 'input'
  | 'recording'
  | 'other-party'
  | 'queue'
  | 'payment'
  | 'transfer'
  | 'server'
  | 'fax'
  | 'unknown';

/** How a document ends. */
export interface Ending {
  /** Always, or with an attribute that is there, or is `true`. Where it is `disputed`, Twilio's pages say both. */
  readonly when: 'always' | 'disputed' | { readonly has: string } | { readonly isTrue: string };
  /** What comes then: the answer to what it asks, the end of the call, or the verb behind the `<Enqueue>` that the document belongs to. */
  readonly leadsTo: 'answer' | 'end-of-call' | 'enqueue';
  /** Why the verb behind it never runs, as the linter says it. */
  readonly because: string;
}

/** A request that Twilio makes for an element. */
export interface Asking {
  /** The attribute that has its URL, or `text` for what stands inside. */
  readonly by: string;
  /** The kinds of webhook that it may be, the most general first. */
  readonly kinds: readonly [string, ...string[]];
  /**
   * When: as the verb's only work, when input came, when the verb is done, when the other party has answered, while somebody waits (again
   * each time the document has ended), or for each event that is reported.
   */
  readonly when: 'at-once' | 'input' | 'end' | 'answer' | 'waiting' | 'event';
  /** Where the document runs that answers: `here`, in place of the one that holds the verb, or at another level. Without, no answer counts. */
  readonly runs?: Level | 'here';
  /** What is asked when the attribute or text is not there. @default nothing */
  readonly otherwise?: 'this-document';
}

/** What Twilio asks when the caller is gone. Its answer is not run. */
export interface Leaving {
  readonly asks: 'action';
  /** What the request says, and while what, where that makes a difference. */
  readonly says: readonly { readonly name: string; readonly value: string; readonly during?: 'ringing' | 'talking' }[];
  /** Whether Twilio's pages say so, or people who saw it. */
  readonly known: 'documented' | 'reported';
}

/** What an element does, by its tag: a table for each family. `<Sip>` is that of `<Dial>`. */
export type ConductTable = Readonly<Record<string, Conduct>>;

const EVERYWHERE = ['response', 'dial-url', 'conference-wait-url', 'enqueue-wait-url', 'queue-url'] as const;
const NOUN = { levels: [] } as const;
const ASKS_ACTION = 'before it asks its action how to go on.';

const whisper: Asking = { by: 'url', kinds: ['voice.dial.whisper'], when: 'answer', runs: 'dial-url' };
const legStatus: Asking = { by: 'statusCallback', kinds: ['voice.status.dial'], when: 'event' };
const machine: Asking = { by: 'amdStatusCallback', kinds: ['voice.amd'], when: 'event' };

/** One row an element of voice documents, verbs first, in the order in which messages list them. */
const voice: ConductTable = {
  Play: { levels: EVERYWHERE, waitsFor: 'sound', holds: 'nothing' },
  Say: { levels: EVERYWHERE, waitsFor: 'sound' },
  Pause: { levels: ['response', 'conference-wait-url', 'enqueue-wait-url', 'queue-url'], waitsFor: 'time', holds: 'nothing' },
  Gather: {
    levels: ['response', 'dial-url', 'enqueue-wait-url'],
    waitsFor: 'input',
    ends: {
      when: { isTrue: 'actionOnEmptyResult' },
      leadsTo: 'answer',
      because: 'with actionOnEmptyResult the <Gather> before it asks its action even when nothing was entered.',
    },
    asks: [
      { by: 'action', kinds: ['voice.gather'], when: 'input', runs: 'here', otherwise: 'this-document' },
      { by: 'partialResultCallback', kinds: ['voice.gather.partial'], when: 'event' },
    ],
  },
  Hangup: {
    levels: ['response', 'dial-url', 'enqueue-wait-url'],
    waitsFor: 'nothing',
    ends: { when: 'always', leadsTo: 'end-of-call', because: 'the <Hangup> before it ends the call.' },
    holds: 'nothing',
  },
  Redirect: {
    levels: ['response', 'conference-wait-url', 'enqueue-wait-url', 'queue-url'],
    waitsFor: 'nothing',
    ends: { when: 'always', leadsTo: 'answer', because: 'the <Redirect> before it hands the call over.' },
    asks: [{ by: 'text', kinds: ['voice.redirect'], when: 'at-once', runs: 'here', otherwise: 'this-document' }],
    holds: 'nothing',
  },
  Leave: {
    levels: ['enqueue-wait-url'],
    waitsFor: 'nothing',
    ends: { when: 'always', leadsTo: 'enqueue', because: 'after <Leave> the call goes on behind the <Enqueue> that it came from.' },
    holds: 'nothing',
  },
  Reject: {
    levels: ['response'],
    waitsFor: 'nothing',
    ends: { when: 'always', leadsTo: 'end-of-call', because: 'the <Reject> before it declines the call.' },
    answers: false,
    holds: 'nothing',
  },
  Record: {
    levels: ['response'],
    waitsFor: 'recording',
    // An older page lets a silent caller fall through to the next verb.
    ends: {
      when: 'always',
      leadsTo: 'answer',
      because: 'the <Record> before it always asks its action, or this document again, how to go on.',
    },
    asks: [
      { by: 'action', kinds: ['voice.record'], when: 'end', runs: 'here', otherwise: 'this-document' },
      { by: 'recordingStatusCallback', kinds: ['voice.recording.record-verb'], when: 'event' },
      { by: 'transcribeCallback', kinds: ['voice.transcribe'], when: 'event' },
    ],
    whenCallerGoes: { asks: 'action', says: [{ name: 'Digits', value: 'hangup' }], known: 'documented' },
    holds: 'nothing',
  },
  Dial: {
    levels: ['response'],
    waitsFor: 'other-party',
    ends: { when: { has: 'action' }, leadsTo: 'answer', because: `the <Dial> ${ASKS_ACTION}` },
    asks: [
      { by: 'action', kinds: ['voice.dial', 'voice.dial.sip', 'voice.dial.queue'], when: 'end', runs: 'here' },
      { by: 'referUrl', kinds: ['voice.dial.refer'], when: 'event', runs: 'response' },
      { by: 'recordingStatusCallback', kinds: ['voice.recording.dial'], when: 'event' },
    ],
    whenCallerGoes: {
      asks: 'action',
      says: [
        { name: 'DialCallStatus', value: 'canceled', during: 'ringing' },
        { name: 'DialCallStatus', value: 'completed', during: 'talking' },
      ],
      known: 'reported',
    },
    answers: { unless: 'answerOnBridge' },
  },
  Enqueue: {
    levels: ['response'],
    waitsFor: 'queue',
    ends: { when: { has: 'action' }, leadsTo: 'answer', because: `the <Enqueue> ${ASKS_ACTION}` },
    asks: [
      { by: 'action', kinds: ['voice.enqueue'], when: 'end', runs: 'here' },
      { by: 'waitUrl', kinds: ['voice.enqueue.wait'], when: 'waiting', runs: 'enqueue-wait-url' },
    ],
    whenCallerGoes: { asks: 'action', says: [{ name: 'QueueResult', value: 'hangup' }], known: 'documented' },
  },
  Connect: {
    levels: ['response'],
    waitsFor: 'server',
    ends: { when: { has: 'action' }, leadsTo: 'answer', because: `the <Connect> ${ASKS_ACTION}` },
    asks: [
      {
        by: 'action',
        kinds: ['voice.connect', 'voice.connect.conversation-relay', 'voice.connect.virtual-agent'],
        when: 'end',
        runs: 'here',
      },
    ],
    whenCallerGoes: { asks: 'action', says: [{ name: 'SessionStatus', value: 'completed' }], known: 'reported' },
  },
  Pay: {
    levels: ['response'],
    waitsFor: 'payment',
    ends: { when: 'disputed', leadsTo: 'answer', because: 'the <Pay> before it asks its action, or this document again, how to go on.' },
    asks: [
      { by: 'action', kinds: ['voice.pay'], when: 'end', runs: 'here', otherwise: 'this-document' },
      { by: 'statusCallback', kinds: ['voice.pay.status'], when: 'event' },
    ],
    whenCallerGoes: { asks: 'action', says: [{ name: 'Result', value: 'caller-hung-up' }], known: 'documented' },
  },
  Prompt: { levels: ['response'], waitsFor: 'payment' },
  Refer: {
    levels: ['response'],
    waitsFor: 'transfer',
    asks: [{ by: 'action', kinds: ['voice.refer'], when: 'end', runs: 'here' }],
    whenCallerGoes: { asks: 'action', says: [{ name: 'ReferCallStatus', value: 'canceled' }], known: 'documented' },
  },
  Start: { levels: ['response'], waitsFor: 'nothing' },
  Stop: { levels: ['response'], waitsFor: 'nothing' },
  Sms: {
    levels: ['response'],
    waitsFor: 'nothing',
    asks: [
      { by: 'action', kinds: ['voice.sms.action'], when: 'end', runs: 'here' },
      { by: 'statusCallback', kinds: ['voice.sms.status'], when: 'event' },
    ],
    holds: 'nothing',
  },
  Annotate: { levels: ['response'], waitsFor: 'nothing' },
  Echo: { levels: ['response'], waitsFor: 'unknown', holds: 'nothing' },
  Queue: {
    levels: ['response'],
    waitsFor: 'other-party',
    asks: [{ by: 'url', kinds: ['voice.queue.url'], when: 'answer', runs: 'queue-url' }],
  },

  // Inside <Dial>.
  Number: { ...NOUN, waitsFor: 'other-party', asks: [whisper, legStatus, machine] },
  Client: { ...NOUN, waitsFor: 'other-party', asks: [whisper, legStatus] },
  Sip: { ...NOUN, waitsFor: 'other-party', asks: [whisper, legStatus, machine] },
  WhatsApp: { ...NOUN, waitsFor: 'other-party', asks: [whisper, legStatus] },
  Application: { ...NOUN, waitsFor: 'other-party', asks: [whisper, legStatus] },
  Sim: { ...NOUN, waitsFor: 'other-party' },
  Conference: {
    ...NOUN,
    waitsFor: 'other-party',
    asks: [
      { by: 'waitUrl', kinds: ['voice.conference.wait'], when: 'waiting', runs: 'conference-wait-url' },
      {
        by: 'statusCallback',
        kinds: [
          'voice.conference.start',
          'voice.conference.end',
          'voice.conference.participant-join',
          'voice.conference.participant-leave',
          'voice.conference.participant-mute',
          'voice.conference.participant-hold',
          'voice.conference.participant-modify',
          'voice.conference.participant-speech',
          'voice.conference.announcement',
          'voice.conference.record-end',
        ],
        when: 'event',
      },
      { by: 'recordingStatusCallback', kinds: ['voice.recording.conference'], when: 'event' },
      { by: 'eventCallbackUrl', kinds: ['voice.conference.record-end'], when: 'event' },
    ],
  },

  // Inside <Connect> and <Start>, which does not wait for them.
  Stream: {
    ...NOUN,
    waitsFor: 'server',
    asks: [{ by: 'statusCallback', kinds: ['voice.stream.status'], when: 'event' }],
    opens: 'media-stream',
  },
  ConversationRelay: { ...NOUN, waitsFor: 'server', opens: 'conversation-relay' },
  VirtualAgent: {
    ...NOUN,
    waitsFor: 'server',
    asks: [{ by: 'statusCallback', kinds: ['voice.virtual-agent.status'], when: 'event' }],
  },
  Room: { ...NOUN, waitsFor: 'other-party' },
  Conversation: { ...NOUN, waitsFor: 'other-party' },
  AiSession: { ...NOUN, waitsFor: 'unknown' },
  Assistant: { ...NOUN, waitsFor: 'unknown' },
  Autopilot: { ...NOUN, waitsFor: 'unknown' },
  ConversationRelaySession: { ...NOUN, waitsFor: 'unknown' },
  Siprec: { ...NOUN, waitsFor: 'nothing', asks: [{ by: 'statusCallback', kinds: ['voice.siprec.status'], when: 'event' }] },
  Transcription: {
    ...NOUN,
    waitsFor: 'nothing',
    asks: [
      {
        by: 'statusCallbackUrl',
        kinds: ['voice.transcription.started', 'voice.transcription.content', 'voice.transcription.stopped', 'voice.transcription.error'],
        when: 'event',
      },
    ],
  },
  Recording: { ...NOUN, waitsFor: 'nothing', asks: [{ by: 'recordingStatusCallback', kinds: ['voice.recording.start'], when: 'event' }] },
};

/** For SMS Twilio reports the status to `action` as well, whose page sets both to one URL. */
const message: Conduct = {
  levels: ['response'],
  waitsFor: 'nothing',
  ends: {
    when: { has: 'action' },
    leadsTo: 'answer',
    because: 'the <Message> before it may ask its action how to go on. Use statusCallback for reports.',
  },
  asks: [
    { by: 'statusCallback', kinds: ['messaging.status', 'messaging.status.channel'], when: 'event' },
    { by: 'action', kinds: ['messaging.twiml.message_action', 'messaging.status'], when: 'end', runs: 'here' },
  ],
};

/** What every element of a family does that does something. Marks of speech, parameters and the like do nothing by themselves. */
export const conduct: Readonly<Record<'voice' | 'messaging' | 'fax', ConductTable>> = {
  voice,
  messaging: {
    Message: message,
    Sms: { ...message, holds: 'nothing' },
    Redirect: {
      levels: ['response'],
      waitsFor: 'nothing',
      ends: { when: 'always', leadsTo: 'answer', because: 'the <Redirect> before it hands the call over.' },
      asks: [{ by: 'text', kinds: ['messaging.twiml.redirect'], when: 'at-once', runs: 'here', otherwise: 'this-document' }],
      holds: 'nothing',
    },
  },
  fax: {
    Receive: { levels: ['response'], waitsFor: 'fax', asks: [{ by: 'action', kinds: ['fax.received'], when: 'end' }] },
  },
};

/** What an element does, or `undefined` for one that does nothing or is not known. */
export function conductOf(family: keyof typeof conduct, tag: string): Conduct | undefined {
  const table = conduct[family];
  return Object.hasOwn(table, tag) ? table[tag] : undefined;
}

/** The verbs that may stand in a document of voice at a level. */
export function verbsAt(level: Level): readonly string[] {
  return Object.entries(voice).flatMap(([tag, { levels }]) => (levels.includes(level) ? [tag] : []));
}

/** Where documents say the URL of a kind of webhook: an attribute of an element, or its text. The likeliest comes first. */
export function placesOf(kind: string): readonly { readonly tag: string; readonly asking: Asking }[] {
  return Object.values(conduct).flatMap((table) =>
    Object.entries(table).flatMap(([tag, { asks = [] }]) =>
      asks.flatMap((asking) => (asking.kinds.includes(kind) ? [{ tag, asking }] : [])),
    ),
  );
}
