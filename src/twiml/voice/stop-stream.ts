import { type Element, element, type TwimlAttributesAlone } from '../element.js';
import { type AttributesOf, method, text, url } from '../kinds.js';
import { mediaTracks } from '../values/media-tracks.js';

const attributes = {
  /** A name for the stream, one of its kind in the call, to stop it by. */
  name: text(),
  /** The server that the stream goes to. A stream is found by its `name`; the rest is taken because Twilio's libraries print it. */
  url: url({ pattern: /^(?:wss:\/\/|(?![A-Za-z][\w+.-]*:))[^?]*$/ }),
  /** Which side is sent. */
  track: mediaTracks,
  /** Where Twilio reports on the stream. An absolute URL. */
  statusCallback: url(),
  /** HTTP method for `statusCallback`. @default "POST" */
  statusCallbackMethod: method(),
  /** The connector of a Twilio partner that takes the stream. */
  connectorName: text(),
  /** How the sound is encoded. */
  audioFormat: text(),
  /** How many samples a second the sound has. */
  sampleRate: text(),
};

/** What `<Stream>` may carry inside `<Stop>`. */
export interface StopStreamAttributes extends AttributesOf<typeof attributes>, TwimlAttributesAlone {}

/** What a `<Stream>` to stop may stand in. */
export interface StopStreamVerb {
  /** Stops the stream of that name. */
  stream(attributes?: StopStreamAttributes): this;
}

/** @internal */
export const stopStreamElement: Element = element({
  tag: 'Stream',
  attributes,
  children: {},
});
