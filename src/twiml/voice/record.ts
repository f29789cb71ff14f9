import { type Element, element, type TwimlAttributes } from '../element.js';
import { type AttributesOf, boolean, integer, method, text, url } from '../kinds.js';
import { recordingEvents } from '../values/recording-events.js';
import { recordingTracks } from '../values/recording-tracks.js';
import { trims } from '../values/trims.js';

const attributes = {
  /**
   * Where Twilio asks how the call goes on, with the recording's address in `RecordingUrl`. TwiML that is passed to the REST API needs an
   * absolute one.
   *
   * @default the URL of this document, which may loop for ever
   */
  action: url(),
  /** HTTP method for `action`. @default "POST" */
  method: method(),
  /** Seconds of silence that end the recording; 0 lets silence go on. @default 5 */
  timeout: integer({ min: 0 }),
  /** The keys that end the recording; an empty text is none. @default "1234567890*#" */
  finishOnKey: text({ pattern: /^[0-9#*]*$/ }),
  /**
   * Seconds after which the recording ends: from 2 up to 14400, to 86400 if your account may have calls of 24 hours, to 600 in calls from
   * the Voice SDKs.
   *
   * @default 3600, or 120 with `transcribe`
   */
  maxLength: integer({ min: 2, max: 86400 }),
  /** Plays a beep before the recording starts. @default true */
  playBeep: boolean(),
  /** Cuts silence off the beginning and the end of the recording, or leaves it. @default "trim-silence" */
  trim: trims,
  /** Which side is recorded. Neither Twilio's libraries nor its page on recording have it; an error message does. */
  recordingTrack: recordingTracks,
  /** Where Twilio reports on the recording, for example that its file can be fetched. */
  recordingStatusCallback: url(),
  /** What it reports there. @default ["completed"] */
  recordingStatusCallbackEvent: recordingEvents,
  /** HTTP method for `recordingStatusCallback`. @default "POST" */
  recordingStatusCallbackMethod: method(),
  /** The recording configuration of your account that this recording is made and kept by. */
  recordingConfigurationId: text(),
  /** Has the recording written down, if it is US English of 2 to 120 seconds; Twilio charges for it. @default false */
  transcribe: boolean(),
  /** Where Twilio sends the text when it is done, or that it failed. It goes with `transcribe` only. */
  transcribeCallback: url(),
};

/** What `<Record>` may carry. */
export interface RecordAttributes extends AttributesOf<typeof attributes>, TwimlAttributes {}

/** What `<Record>` may stand in. */
export interface RecordVerb {
  /** Records what the caller says, such as a message, and then asks `action` how the call goes on; the verbs after this one do not run. */
  record(attributes?: RecordAttributes): this;
}

/** @internal */
export const recordElement: Element = element({
  tag: 'Record',
  attributes,
  children: {},
});
