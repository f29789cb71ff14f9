import { type Element, element, type TwimlAttributes } from '../element.js';
import { type AttributesOf, integer, method, sid, text, url } from '../kinds.js';
import { callEvents } from '../values/call-events.js';
import { machineDetection } from '../values/machine-detection.js';

const attributes = {
  /**
   * A document for the person called, after the answer and before the two are connected, say to announce the call or to let it be declined.
   * It may hold `<Play>`, `<Say>`, `<Gather>` and `<Hangup>` alone.
   */
  url: url(),
  /** HTTP method for `url`. @default "POST" */
  method: method(),
  /**
   * Keys to press once the call is answered, for example an extension: digits, `A` to `D`, `*` and `#`, with `w` for half a second's wait
   * and `W` for a second's.
   */
  sendDigits: text({ pattern: /^[0-9A-DwW#*]+$/ }),
  /** Where Twilio reports how this call goes. */
  statusCallback: url(),
  /** Which steps it reports there. @default ["completed"] */
  statusCallbackEvent: callEvents,
  /** HTTP method for `statusCallback`. @default "POST" */
  statusCallbackMethod: method(),
  /**
   * Finds out whether a person, a machine or a fax answered: at once, or (`DetectMessageEnd`) when a machine has said its greeting, so that
   * you can leave a message.
   */
  machineDetection: machineDetection,
  /** Seconds to try, 3 to 60; after them the answer is `unknown`. @default 30 */
  machineDetectionTimeout: integer({ min: 3, max: 60 }),
  /** Milliseconds of speech, 1000 to 6000, up to which a greeting counts as a person's. @default 2400 */
  machineDetectionSpeechThreshold: integer({ min: 1000, max: 6000 }),
  /** Milliseconds of silence, 500 to 5000, that end a greeting. @default 1200 */
  machineDetectionSpeechEndThreshold: integer({ min: 500, max: 5000 }),
  /** Milliseconds of silence from the start, 2000 to 10000, after which the answer is `unknown`. @default 5000 */
  machineDetectionSilenceTimeout: integer({ min: 2000, max: 10000 }),
  /** Where Twilio sends what the detection found. */
  amdStatusCallback: url(),
  /** HTTP method for `amdStatusCallback`. @default "POST" */
  amdStatusCallbackMethod: method(),
  /** SID of the trunk of your own carrier by which the call goes out. @default none: Twilio's network */
  byoc: sid('BY'),
};

/** What `<Number>` may carry. */
export interface NumberAttributes extends AttributesOf<typeof attributes>, TwimlAttributes {}

/** What `<Number>` may stand in. */
export interface NumberVerb {
  /** Calls a phone number, best in E.164 such as `+15550001111`; US numbers may do without. */
  number(content: string): this;
  /** Calls a phone number, best in E.164 such as `+15550001111`; US numbers may do without. */
  number(attributes: NumberAttributes, content: string): this;
}

/** @internal */
export const numberElement: Element = element({
  tag: 'Number',
  text: 'required',
  attributes,
  children: {},
});
