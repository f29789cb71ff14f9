import {
  type Element,
  element,
  type Fill,
  type NeededFill,
  type TextBuilder,
  type TwimlAttributes,
  type TwimlBuilder,
} from '../element.js';
import { type AttributesOf, boolean, integer, known, listed, method, oneOf, orBoolean, text, url } from '../kinds.js';
import { recordingEvents } from '../values/recording-events.js';
import { recordingTracks } from '../values/recording-tracks.js';
import type { RingTone } from '../values/ring-tones.js';
import { trims } from '../values/trims.js';
import { type ApplicationVerb, applicationElement } from './application.js';
import { type ClientVerb, clientElement } from './client.js';
import { type ConferenceVerb, conferenceElement } from './conference.js';
import { type NumberVerb, numberElement } from './number.js';
import { type QueueVerb, queueElement } from './queue.js';
import { type SimVerb, simElement } from './sim.js';
import { type SipVerb, sipElement } from './sip.js';
import { type WhatsAppVerb, whatsAppElement } from './whats-app.js';

const attributes = {
  /**
   * Where Twilio asks how the call goes on when the dialled one has ended, telling how it went in `DialCallStatus`. No verb after this one
   * runs then.
   *
   * @default none: the next verb runs
   */
  action: url(),
  /** HTTP method for `action`. @default "POST" */
  method: method(),
  /** Seconds to let it ring, 5 to 600; Twilio adds about five. Means nothing with a conference. @default 30 */
  timeout: integer({ min: 5, max: 600 }),
  /**
   * Seconds after which the connected call is cut off: 14400 at most, or 86400 if your account may have calls of 24 hours.
   *
   * @default 14400
   */
  timeLimit: integer({ min: 1, max: 86400 }),
  /**
   * What the other side sees: a number of yours, one that you have verified, or the call's own `To` or `From`. For a client it may be
   * `client:` and an identity, for a SIP endpoint any letters, digits and `+-_.`; a conference has no use for it.
   *
   * @default the caller's number
   */
  callerId: text(),
  /** Why you call, in up to 50 characters, for the other side's screen. It needs branded calls, a private beta. */
  callReason: text({ maxLength: 50 }),
  /**
   * Lets the caller hear ringing until the other side answers, and answers the caller's call only then. This must be the first verb.
   *
   * @default false
   */
  answerOnBridge: boolean(),
  /** Lets the caller leave the other side by pressing `*`, so that your document goes on. @default false */
  hangupOnStar: boolean(),
  /** Calls one after the other, in order, instead of all at once. @default false */
  sequential: boolean(),
  /** The country whose ringing the caller hears. @default what the other side's carrier plays */
  ringTone: listed<RingTone>('ringTones'),
  /**
   * Records the call from the answer or from the ringing on: both sides in one channel, or (`-dual`) the caller in the first and the other
   * side in the second. `true` is `record-from-answer`.
   *
   * @default "do-not-record"
   */
  record: orBoolean(
    oneOf('do-not-record', 'record-from-answer', 'record-from-ringing', 'record-from-answer-dual', 'record-from-ringing-dual'),
  ),
  /** Cuts silence off the beginning and the end of the recording, or leaves it. @default "do-not-trim" */
  trim: trims,
  /** Which side of the caller's call is recorded. @default "both" */
  recordingTrack: recordingTracks,
  /** Where Twilio reports on the recording, for example that its file can be fetched. */
  recordingStatusCallback: url(),
  /** What it reports there. @default ["completed"] */
  recordingStatusCallbackEvent: recordingEvents,
  /** HTTP method for `recordingStatusCallback`. @default "POST" */
  recordingStatusCallbackMethod: method(),
  /** The recording configuration of your account that this recording is made and kept by. */
  recordingConfigurationId: text(),
  /** Where Twilio asks what to do when a SIP endpoint of the call sends a REFER. Not for an `<Application>`. */
  referUrl: url(),
  /** HTTP method for `referUrl`. @default "POST" */
  referMethod: method(),
  /** Subscribes to events of the dialled call. Undocumented; one value is known. */
  events: known('call-progress-event'),
  /** Signed statements on who calls (SHAKEN, `div`), in Base64 with commas between them, that go along to the other side. */
  passports: text(),
  /** What to do when a machine answers. @deprecated Only an old error message knows it; use `machineDetection` of `<Number>`. */
  ifMachine: oneOf('hangup', 'continue', 'false'),
};

/** What `<Dial>` may carry. */
export interface DialAttributes extends AttributesOf<typeof attributes>, TwimlAttributes {}

/**
 * Inside `<Dial>`: whom to call. Up to ten numbers, clients and SIP endpoints ring at once, and the first to answer is connected; a
 * conference, a queue or an application stands alone.
 */
export interface DialBuilder
  extends TwimlBuilder,
    TextBuilder,
    ApplicationVerb,
    ClientVerb,
    ConferenceVerb,
    NumberVerb,
    QueueVerb,
    SimVerb,
    SipVerb,
    WhatsAppVerb {}

/** What `<Dial>` may stand in. */
export interface DialVerb {
  /**
   * Calls someone and connects the two calls, joins a conference, or takes a caller out of a queue. A text is the number to call. The next
   * verb runs when the other side has hung up or could not be reached, unless there is an `action`.
   */
  dial(content: string | NeededFill<DialBuilder, "dial({ … }, (dial) => dial.number('…'))">): this;
  /**
   * Calls someone and connects the two calls, joins a conference, or takes a caller out of a queue. A text is the number to call. The next
   * verb runs when the other side has hung up or could not be reached, unless there is an `action`.
   */
  dial(attributes: DialAttributes, content: string | Fill<DialBuilder>): this;
}

/** @internal */
export const dialElement: Element = element<DialBuilder>({
  tag: 'Dial',
  text: 'optional',
  attributes,
  children: {
    application: () => applicationElement,
    client: () => clientElement,
    conference: () => conferenceElement,
    number: () => numberElement,
    queue: () => queueElement,
    sim: () => simElement,
    sip: () => sipElement,
    whatsApp: () => whatsAppElement,
  },
});
