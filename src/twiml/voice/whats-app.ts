import { type Element, element, type TwimlAttributes } from '../element.js';
import { type AttributesOf, method, url } from '../kinds.js';
import { callEvents } from '../values/call-events.js';

const attributes = {
  /**
   * A document for the person called, after the answer and before the two are connected, say to announce the call or to let it be declined.
   * It may hold `<Play>`, `<Say>`, `<Gather>` and `<Hangup>` alone.
   */
  url: url(),
  /** HTTP method for `url`. @default "POST" */
  method: method(),
  /** Where Twilio reports how this call goes. */
  statusCallback: url(),
  /** Which steps it reports there. */
  statusCallbackEvent: callEvents,
  /** HTTP method for `statusCallback`. @default "POST" */
  statusCallbackMethod: method(),
};

/** What `<WhatsApp>` may carry. */
export interface WhatsAppAttributes extends AttributesOf<typeof attributes>, TwimlAttributes {}

/** What `<WhatsApp>` may stand in. */
export interface WhatsAppVerb {
  /** Calls someone on WhatsApp, by phone number in E.164. */
  whatsApp(content: string): this;
  /** Calls someone on WhatsApp, by phone number in E.164. */
  whatsApp(attributes: WhatsAppAttributes, content: string): this;
}

/** @internal */
export const whatsAppElement: Element = element({
  tag: 'WhatsApp',
  text: 'required',
  attributes,
  children: {},
});
