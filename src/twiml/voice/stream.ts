import { type Element, element, type Fill, type TwimlAttributes, type TwimlBuilder } from '../element.js';
import { type AttributesOf, method, required, text, url } from '../kinds.js';
import { mediaTracks } from '../values/media-tracks.js';
import { type ParameterVerb, parameterElement } from './parameter.js';

const attributes = {
  /** Your WebSocket server, by wss only, or relative to this document. It may have no query: pass `<Parameter>`s. */
  url: required(url({ pattern: /^(?:wss:\/\/|(?![A-Za-z][\w+.-]*:))[^?]*$/ })),
  /** A name for the stream, one of its kind in the call, to stop it by. */
  name: text(),
  /** Which side is sent. Inside `<Connect>` it can only be `inbound_track`. @default "inbound_track" */
  track: mediaTracks,
  /** Where Twilio reports that the stream has started, stopped or failed. An absolute URL. */
  statusCallback: url(),
  /** HTTP method for `statusCallback`. @default "POST" */
  statusCallbackMethod: method(),
  /** The connector of a Twilio partner that takes the stream. Only Twilio's libraries have it. */
  connectorName: text(),
  /** How the sound is encoded. Only twilio-node has it, since 6.1. */
  audioFormat: text(),
  /** How many samples a second the sound has, for HD codecs. Only twilio-node has it, since 6.1. */
  sampleRate: text(),
};

/** What `<Stream>` may carry. */
export interface StreamAttributes extends AttributesOf<typeof attributes>, TwimlAttributes {}

/** Inside `<Stream>`: values that reach your server with its first message. */
export interface StreamBuilder extends TwimlBuilder, ParameterVerb {}

/** What `<Stream>` may stand in. */
export interface StreamVerb {
  /**
   * Sends the sound of the call to your WebSocket server. Inside `<Start>` the call goes on meanwhile; inside `<Connect>` your server can
   * answer with sound, and the next verb waits until the WebSocket is closed. At most four streams run in a call.
   */
  stream(attributes: StreamAttributes, fill?: Fill<StreamBuilder>): this;
}

/** @internal */
export const streamElement: Element = element<StreamBuilder>({
  tag: 'Stream',
  attributes,
  children: {
    parameter: () => parameterElement,
  },
});
