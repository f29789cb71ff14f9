import type * as z from 'zod';
import { integer, type JsonObject, type JsonValue, jsonText, openEnum, optional, sid } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';

const parameters = {
  /** The message; the client's SDK calls it `voiceEventSid`. */
  Sid: sid('KX'),
  /** The call that the client is in: `CA…`. */
  CallSid: sid('CA'),
  /** The account or subaccount that owns the call. Its auth token signs the request. */
  AccountSid: optional(sid('AC')),
  /** What the client sent, as JSON. A number, a plain text or text that is no JSON stays the text that it is. */
  Content: jsonText<z.ZodType<JsonObject | readonly JsonValue[]>>(),
  /** MIME type of the content. */
  ContentType: optional(openEnum('application/json')),
  /** The message's place in the order of the call's messages, from 1. */
  SequenceNumber: optional(integer()),
};

/** A Voice SDK client sent a message beside the audio of its call. */
export interface UserDefinedMessage extends PayloadOf<typeof parameters> {}

/**
 * Sent to the `Callback` of a subscription to a call's user-defined messages. The pages promise JSON and Twilio's own tests receive a form:
 * an object that was parsed from JSON is read as well. Answer with any 2xx.
 */
export const UserDefinedMessage: PayloadSchema<UserDefinedMessage, 'voice.user-defined-message', 'nothing'> = form({
  kind: 'voice.user-defined-message',
  title: 'User-defined message from a Voice SDK device',
  expects: 'nothing',
  signs: [{ has: ['Content', 'CallSid'], starts: { Sid: 'KX' } }, { has: ['Content', 'ContentType', 'CallSid', 'Sid'] }],
  parameters: [parameters],
});
