import { integer, openEnum, optional, sid, text } from '../../schema/fields.js';

/** What every webhook of Conversations has. Where other products send an empty value, this one leaves the parameter out. */
export const eventParameters = {
  /** The account or subaccount that owns the conversation. Its auth token signs the request. */
  AccountSid: sid('AC'),
  /** The Conversation Service. No table names it for messages and participants: recordings of 2021 lack it there, later ones have it. */
  ChatServiceSid: optional(sid('IS')),
  /** Where the action came from. The tables know `SDK` and `API`; recordings have the channels too, and one has no source at all. */
  Source: optional(openEnum('SDK', 'API', 'SMS', 'WHATSAPP', 'EMAIL')),
  /** The identity of the user who acted, when that was in a client of an SDK. */
  ClientIdentity: optional(text()),
  /** How many times Twilio has tried before, so 0 at first. In every recording, though no table names it. */
  RetryCount: optional(integer()),
};
