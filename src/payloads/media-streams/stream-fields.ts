import { optional, sid, text } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';

/** What every message about a stream has. */
export const streamFields = {
  /** The stream: `MZ…`. */
  streamSid: sid('MZ'),
  /** The message's place in the order of the stream's messages, in decimal digits, from 1. */
  sequenceNumber: optional(text()),
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
