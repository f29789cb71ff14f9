import fc from 'fast-check';
import {
  type CallStoryOptions,
  type ConferenceStoryOptions,
  callStory,
  conferenceStory,
  type MessageStoryOptions,
  messageStory,
  type RecordingStoryOptions,
  recordingStory,
  type StoryOptions,
  type StoryStep,
} from '../../../src/testing/index.js';

/** A step, whatever it is about. */
export type AnyStep = StoryStep<string, unknown>;

const seed = fc.nat({ max: 1000 });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const outcome = fc.constantFrom('completed', 'busy', 'no-answer', 'failed', 'canceled');

const completedCall = fc.record({
  seed,
  direction: fc.constantFrom('inbound', 'outbound'),
  gather: maybe(fc.array(fc.oneof(fc.stringMatching(/^[0-9*]{1,5}#?$/), fc.record({ speech: fc.string() })), { maxLength: 3 })),
  dial: maybe(fc.oneof(fc.constant(true as const), fc.record({ outcome, record: fc.boolean() }))),
  record: fc.boolean(),
});
const detectedCall = fc.record({
  seed,
  direction: fc.constant('outbound'),
  answeredBy: fc.constantFrom('human', 'machine_start', 'fax'),
  asyncDetection: fc.boolean(),
});
const missedCall = fc.record({ seed, direction: fc.constantFrom('inbound', 'outbound'), outcome });

export const callOptions: fc.Arbitrary<CallStoryOptions> = fc.oneof(completedCall, detectedCall, missedCall);

const message = {
  seed,
  direction: fc.constantFrom('inbound', 'outbound'),
  body: fc.string(),
  media: fc.nat({ max: 10 }),
  reply: fc.boolean(),
  messagingService: fc.boolean(),
} as const;
const textOutcome = fc.constantFrom('sent', 'delivered', 'undelivered', 'failed');
export const messageOptions: fc.Arbitrary<MessageStoryOptions> = fc.oneof(
  fc.record({ ...message, outcome: textOutcome }),
  fc.record({
    ...message,
    channel: fc.constantFrom('whatsapp', 'rcs', 'messenger'),
    outcome: fc.oneof(textOutcome, fc.constant('read' as const)),
  }),
);

export const conferenceOptions: fc.Arbitrary<ConferenceStoryOptions> = fc.record({
  seed,
  participants: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 4 })),
  mute: fc.boolean(),
  hold: fc.boolean(),
  record: fc.boolean(),
  ending: fc.constantFrom('last-participant-left', 'participant-with-end-conference-on-exit-left', 'conference-ended-via-api'),
});

const sources = [
  'Conference',
  'DialVerb',
  'OutboundAPI',
  'RecordVerb',
  'StartCallRecordingAPI',
  'StartCallRecordingTwiML',
  'StartConferenceRecordingAPI',
  'Trunking',
] as const;
export const recordingOptions: fc.Arbitrary<RecordingStoryOptions> = fc.oneof(
  fc.record({ seed, source: fc.constantFrom(...sources), outcome: fc.constantFrom('completed', 'absent', 'failed') }),
  fc.record({ seed, transcription: fc.string(), seconds: fc.nat({ max: 3600 }) }),
);

/** How to tell a story of one kind again, with more options. */
export type Teller = (more?: StoryOptions) => readonly AnyStep[];

const tellerOf =
  <Options extends StoryOptions>(tell: (options: Options) => readonly AnyStep[]) =>
  (options: Options): Teller =>
    // What fast-check prints of a counterexample.
    Object.assign((more?: StoryOptions) => tell({ ...options, ...more }), { [fc.toStringMethod]: () => fc.stringify(options) });

/** Every story there is. */
export const tellers: fc.Arbitrary<Teller> = fc.oneof(
  callOptions.map(tellerOf(callStory)),
  messageOptions.map(tellerOf(messageStory)),
  conferenceOptions.map(tellerOf(conferenceStory)),
  recordingOptions.map(tellerOf(recordingStory)),
);
