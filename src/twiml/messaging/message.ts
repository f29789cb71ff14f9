import { type Element, element, type Fill, type TextBuilder, type TwimlAttributes, type TwimlBuilder } from '../element.js';
import { type AttributesOf, method, phone, url } from '../kinds.js';
import { type BodyVerb, bodyElement } from './body.js';
import { type MediaVerb, mediaElement } from './media.js';

const attributes = {
  /** Who receives it: E.164, or an address of the channel that the message came by. @default who sent the message */
  to: phone(),
  /** Your number that it comes from, or a sender of up to 11 letters, digits and spaces. @default the number that received the message */
  from: phone(),
  /** Where Twilio asks for more TwiML once the message is sent; for SMS it gets the status instead. */
  action: url(),
  /** HTTP method for `action`. @default "POST" */
  method: method(),
  /** Where Twilio reports each change of the message's status. Its documentation sets `action` to the same URL. */
  statusCallback: url(),
};

/** What `<Message>` may carry. */
export interface MessageAttributes extends AttributesOf<typeof attributes>, TwimlAttributes {}

/** Inside `<Message>`: text, or a body and up to ten media files. */
export interface MessageBuilder extends TwimlBuilder, TextBuilder, BodyVerb, MediaVerb {}

/** What `<Message>` may stand in. */
export interface MessageVerb {
  /** Sends a message of up to 1600 characters, media or both; ten messages at most in one reply. */
  message(content: string | Fill<MessageBuilder>): this;
  /** Sends a message of up to 1600 characters, media or both; ten messages at most in one reply. */
  message(attributes: MessageAttributes, content: string | Fill<MessageBuilder>): this;
}

/** @internal */
export const messageElement: Element = element<MessageBuilder>({
  tag: 'Message',
  text: 'required',
  attributes,
  children: {
    body: () => bodyElement,
    media: () => mediaElement,
  },
});
