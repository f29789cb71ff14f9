import { type Element, element, type TwimlAttributes } from '../element.js';
import { type AttributesOf, boolean, integer, listed, listOf, method, oneOf, orBoolean, sid, text, url } from '../kinds.js';
import type { ConferenceRegion } from '../values/conference-regions.js';
import { recordingEvents } from '../values/recording-events.js';
import { trims } from '../values/trims.js';

const attributes = {
  /**
   * Starts the conference when this participant joins. With `false` they wait, muted and with music, for one who has `true`.
   *
   * @default true
   */
  startConferenceOnEnter: boolean(),
  /** Ends the conference for everyone when this participant leaves. @default false */
  endConferenceOnExit: boolean(),
  /** Lets this participant listen only. @default false */
  muted: boolean(),
  /** Lets the others hear a beep when this participant joins and leaves, or on one of the two. @default true */
  beep: orBoolean(oneOf('onEnter', 'onExit')),
  /** How many may be in the conference, 1 to 250. @default 250 */
  maxParticipants: integer({ min: 1, max: 250 }),
  /**
   * A name of your own for this participant, for the REST API: up to 128 characters, no `/`, unlike a Call SID. Who brings a label that is
   * taken is not let in, and the next verb runs.
   */
  participantLabel: text({ maxLength: 128, pattern: /^[^/]*$/ }),
  /**
   * What plays until the conference starts: an MP3 or WAV file, or a document of `<Say>`, `<Play>`, `<Pause>` and `<Redirect>`, which is
   * run once. An empty text is silence.
   *
   * @default Twilio's classical music
   */
  waitUrl: url(),
  /** HTTP method for `waitUrl`. Audio files should have GET, so that Twilio can keep them. @default "POST" */
  waitMethod: method(),
  /**
   * How much this participant's sound is delayed to even out a bad connection: `small` 20 ms, `medium` 40 ms, `large` 60 ms; with `off`,
   * late sound is lost.
   *
   * @default "large"
   */
  jitterBufferSize: oneOf('large', 'medium', 'small', 'off'),
  /** SID of the call of the participant who alone hears this one. If it is not in the conference, this call fails with error 13240. */
  coach: sid('CA'),
  /** SID of the call to coach. @deprecated It is `coach` now. */
  whisper: text(),
  /** Where the sound is mixed. The first participant with a region decides. @default where most participants are near */
  region: listed<ConferenceRegion>('conferenceRegions'),
  /** Records the conference from the second participant on, without the music before it. @default "do-not-record" */
  record: oneOf('do-not-record', 'record-from-start'),
  /** Cuts silence off the beginning and the end of the recording, or leaves it. @default "trim-silence" */
  trim: trims,
  /** Where Twilio reports on the recording, for example that its file can be fetched. */
  recordingStatusCallback: url(),
  /** What it reports there. @default ["completed"] */
  recordingStatusCallbackEvent: recordingEvents,
  /** HTTP method for `recordingStatusCallback`. @default "POST" */
  recordingStatusCallbackMethod: method(),
  /** The recording configuration of your account that this recording is made and kept by. */
  recordingConfigurationId: text(),
  /** Where Twilio reports what happens in the conference. The first participant with one decides. */
  statusCallback: url(),
  /** What it reports there; nothing without it. The first participant decides. */
  statusCallbackEvent: listOf('start', 'end', 'join', 'leave', 'mute', 'hold', 'modify', 'speaker', 'announcement'),
  /** HTTP method for `statusCallback`. @default "POST" */
  statusCallbackMethod: method(),
  /** Where Twilio reports that the recording is ready. @deprecated Use `recordingStatusCallback`. */
  eventCallbackUrl: url(),
};

/** What `<Conference>` may carry. */
export interface ConferenceAttributes extends AttributesOf<typeof attributes>, TwimlAttributes {}

/** What `<Conference>` may stand in. */
export interface ConferenceVerb {
  /**
   * Joins the caller to a conference of your account by its name, which should hold no personal data. It starts with the second
   * participant; until then there is music.
   */
  conference(content: string): this;
  /**
   * Joins the caller to a conference of your account by its name, which should hold no personal data. It starts with the second
   * participant; until then there is music.
   */
  conference(attributes: ConferenceAttributes, content: string): this;
}

/** @internal */
export const conferenceElement: Element = element({
  tag: 'Conference',
  text: 'required',
  attributes,
  children: {},
});
