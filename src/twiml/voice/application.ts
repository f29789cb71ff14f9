import { type Element, element, type Fill, type TextBuilder, type TwimlAttributes, type TwimlBuilder } from '../element.js';
import { type AttributesOf, boolean, method, text, url } from '../kinds.js';
import { callEvents } from '../values/call-events.js';
import { type ApplicationSidVerb, applicationSidElement } from './application-sid.js';
import { type ParameterVerb, parameterElement } from './parameter.js';

const attributes = {
  /** Tells the app who sends the call, in up to 256 characters. @default your Account SID */
  customerId: text({ maxLength: 256 }),
  /** Tells the app the number that was called as `To`, instead of its own SID. @default false */
  copyParentTo: boolean(),
  /** A document to run before the two are connected. Only Twilio's libraries have it. */
  url: url(),
  /** HTTP method for `url`. */
  method: method(),
  /** Where Twilio reports how this call goes. Only Twilio's libraries have it. */
  statusCallback: url(),
  /** Which steps it reports there. */
  statusCallbackEvent: callEvents,
  /** HTTP method for `statusCallback`. */
  statusCallbackMethod: method(),
};

/** What `<Application>` may carry. */
export interface ApplicationAttributes extends AttributesOf<typeof attributes>, TwimlAttributes {}

/** Inside `<Application>`: the app's SID, and parameters for it. */
export interface ApplicationBuilder extends TwimlBuilder, TextBuilder, ApplicationSidVerb, ParameterVerb {}

/** Adds what stands inside `<Application>`. */
export interface ApplicationFill extends Fill<ApplicationBuilder>, ApplicationAttributes {}

/** What `<Application>` may stand in. */
export interface ApplicationVerb {
  /**
   * Hands the caller to a TwiML app, of this account or another, which sees who calls. A text is the app's SID. No other noun may stand
   * beside it.
   */
  application(content?: string | ApplicationFill | ApplicationAttributes): this;
  /**
   * Hands the caller to a TwiML app, of this account or another, which sees who calls. A text is the app's SID. No other noun may stand
   * beside it.
   */
  application(attributes: ApplicationAttributes, content: string | ApplicationFill): this;
}

/** @internal */
export const applicationElement: Element = element<ApplicationBuilder>({
  tag: 'Application',
  text: 'optional',
  attributes,
  children: {
    applicationSid: () => applicationSidElement,
    parameter: () => parameterElement,
  },
});
