import { type Element, element, type Fill, type TextBuilder, type TwimlAttributes, type TwimlBuilder } from '../element.js';
import { type AttributesOf, method, url } from '../kinds.js';
import { callEvents } from '../values/call-events.js';
import { type IdentityVerb, identityElement } from './identity.js';
import { type ParameterVerb, parameterElement } from './parameter.js';

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
  /** Which steps it reports there. @default ["completed"] */
  statusCallbackEvent: callEvents,
  /** HTTP method for `statusCallback`. @default "POST" */
  statusCallbackMethod: method(),
  /**
   * Where Twilio asks you to wake the app, if you send its push notifications yourself. Twilio posts; the host's name may have no
   * underscore. No library of Twilio's has it.
   */
  clientNotificationUrl: url(),
};

/** What `<Client>` may carry. */
export interface ClientAttributes extends AttributesOf<typeof attributes>, TwimlAttributes {}

/** Inside `<Client>`: the identity, when parameters for the app go along. */
export interface ClientBuilder extends TwimlBuilder, TextBuilder, IdentityVerb, ParameterVerb {}

/** Adds what stands inside `<Client>`. */
export interface ClientFill extends Fill<ClientBuilder>, ClientAttributes {}

/** What `<Client>` may stand in. */
export interface ClientVerb {
  /**
   * Calls an app made with one of the Voice SDKs, by its identity: up to 256 characters without spaces; mobile apps take letters, digits
   * and underscores.
   */
  client(content?: string | ClientFill | ClientAttributes): this;
  /**
   * Calls an app made with one of the Voice SDKs, by its identity: up to 256 characters without spaces; mobile apps take letters, digits
   * and underscores.
   */
  client(attributes: ClientAttributes, content: string | ClientFill): this;
}

/** @internal */
export const clientElement: Element = element<ClientBuilder>({
  tag: 'Client',
  text: 'optional',
  attributes,
  children: {
    identity: () => identityElement,
    parameter: () => parameterElement,
  },
});
