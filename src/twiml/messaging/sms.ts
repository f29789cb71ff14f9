import { type Element, element, type TwimlAttributes } from '../element.js';
import { type AttributesOf, method, phone, url } from '../kinds.js';

const attributes = {
  /** Who receives it, in E.164. @default who sent the message */
  to: phone(),
  /** Your number that it comes from. @default the number that received the message */
  from: phone(),
  /** Where Twilio asks for more TwiML once the message is sent. */
  action: url(),
  /** HTTP method for `action`. */
  method: method(),
  /** Where Twilio reports whether the message could be sent. */
  statusCallback: url(),
};

/** What `<Sms>` may carry in a messaging document. */
export interface MessagingSmsAttributes extends AttributesOf<typeof attributes>, TwimlAttributes {}

/** What `<Sms>` may stand in, in a messaging document. */
export interface MessagingSmsVerb {
  /** Sends a message. @deprecated It is `message` now. */
  sms(content?: string | MessagingSmsAttributes): this;
  /** Sends a message. @deprecated It is `message` now. */
  sms(attributes: MessagingSmsAttributes, content: string): this;
}

/** @internal */
export const messagingSmsElement: Element = element({
  tag: 'Sms',
  text: 'optional',
  attributes,
  children: {},
});
