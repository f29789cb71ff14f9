import { type Element, element, type TwimlAttributes } from '../element.js';
import { type AttributesOf, method, phone, url } from '../kinds.js';

const attributes = {
  /** Who gets it, in E.164. @default the other party of the call */
  to: phone(),
  /** Your number that it comes from. @default the number of the call */
  from: phone(),
  /** Where Twilio asks how the call goes on once the message is sent. */
  action: url(),
  /** HTTP method for `action`. @default "POST" */
  method: method(),
  /** Where Twilio reports whether the message could be sent. */
  statusCallback: url(),
};

/** What `<Sms>` may carry in a voice document. */
export interface SmsAttributes extends AttributesOf<typeof attributes>, TwimlAttributes {}

/** What `<Sms>` may stand in. */
export interface SmsVerb {
  /** Sends an SMS during the call. @deprecated Send messages with the REST API. */
  sms(content: string): this;
  /** Sends an SMS during the call. @deprecated Send messages with the REST API. */
  sms(attributes: SmsAttributes, content: string): this;
}

/** @internal */
export const smsElement: Element = element({
  tag: 'Sms',
  text: 'required',
  attributes,
  children: {},
});
