import { type Element, element, type Fill, type TextBuilder, type TwimlAttributes, type TwimlBuilder } from '../element.js';
import { type AttributesOf, integer, method, text, url } from '../kinds.js';
import { callEvents } from '../values/call-events.js';
import { machineDetection } from '../values/machine-detection.js';
import { type HeadersVerb, headersElement } from './headers.js';
import { type SipUriVerb, sipUriElement } from './sip-uri.js';

const attributes = {
  /** The user that Twilio authenticates as when the endpoint asks. */
  username: text({ maxLength: 255 }),
  /** The user's password. It goes with `username` only. */
  password: text({ maxLength: 255 }),
  /**
   * A document for the person called, after the answer and before the two are connected, say to announce the call or to let it be declined.
   * It may hold `<Play>`, `<Say>`, `<Gather>` and `<Hangup>` alone.
   */
  url: url(),
  /** HTTP method for `url`. @default "POST" */
  method: method(),
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
};

/** What `<Sip>` may carry. */
export interface SipAttributes extends AttributesOf<typeof attributes>, TwimlAttributes {}

/** Inside `<Sip>`: several URIs to choose from, and headers. */
export interface SipBuilder extends TwimlBuilder, TextBuilder, HeadersVerb, SipUriVerb {}

/** Adds what stands inside `<Sip>`. */
export interface SipFill extends Fill<SipBuilder>, SipAttributes {}

/** What `<Sip>` may stand in. */
export interface SipVerb {
  /**
   * Calls a SIP endpoint by its URI of up to 254 characters. `;transport=tcp` or `;region=ie1` may follow it, and headers after a `?`, 1023
   * characters of them at most.
   */
  sip(content?: string | SipFill | SipAttributes): this;
  /**
   * Calls a SIP endpoint by its URI of up to 254 characters. `;transport=tcp` or `;region=ie1` may follow it, and headers after a `?`, 1023
   * characters of them at most.
   */
  sip(attributes: SipAttributes, content: string | SipFill): this;
}

/** @internal */
export const sipElement: Element = element<SipBuilder>({
  tag: 'Sip',
  text: 'optional',
  attributes,
  children: {
    headers: () => headersElement,
    uri: () => sipUriElement,
  },
});
