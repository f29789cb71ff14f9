import { integer, openEnum, optional, sid, text } from '../../schema/fields.js';

/** What every webhook of Programmable Chat has. */
export const eventParameters = {
  /** The account or subaccount that owns the service. Its auth token signs the request. */
  AccountSid: sid('AC'),
  /** The Chat service. It tells these webhooks from those of Conversations, which have a `ChatServiceSid`. */
  InstanceSid: sid('IS'),
  /** The identity of the user who acted, when that was in a client of an SDK. */
  ClientIdentity: optional(text()),
  /** Where the action came from. In recordings, though no table names it. */
  Source: optional(openEnum('SDK', 'API')),
  /** How many times Twilio has tried before, so 0 at first. In recordings, though no table names it. */
  RetryCount: optional(integer()),
};
