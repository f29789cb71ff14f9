import { sid, text } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import { always, wholeNumberInText } from '../schema/frame.js';

/** What every message about a stream has. */
export const streamFields = {
  /** The stream: `MZ…`. */
  streamSid: sid('MZ'),
  /** The message's place in the order of the stream's messages, from 1. Twilio writes it as text. */
  sequenceNumber: always(wholeNumberInText()),
};

/** What every command has. */
export const commandFields = {
  /** The stream, as `start` named it. */
  streamSid: text(),
};

export const label = {
  /** The name that you chose. */
  name: text(),
};

/** A mark in the audio. */
export interface MediaStreamsLabel extends PayloadOf<typeof label> {}
