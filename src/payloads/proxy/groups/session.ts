import { integer, openEnum, optional, sid, text, timestamp } from '../../schema/fields.js';

/** The closed session that somebody wrote or called into. Without such a session all of it is absent. All begin with small letters. */
export const sessionParameters = {
  /** The session: `KC…`. */
  sessionSid: optional(sid('KC')),
  /** The name that you gave it. */
  sessionUniqueName: optional(text()),
  /** The account or subaccount that owns it: `AC…`. */
  sessionAccountSid: optional(sid('AC')),
  /** The Proxy service that it belongs to: `KS…`. */
  sessionServiceSid: optional(sid('KS')),
  /** How it stands; `closed` here. */
  sessionStatus: optional(openEnum('open', 'in-progress', 'closed', 'failed', 'unknown')),
  /** What people could do in it. */
  sessionMode: optional(openEnum('message-only', 'voice-only', 'voice-and-message')),
  /** When it was created: ISO 8601, in UTC. */
  sessionDateCreated: optional(timestamp('iso8601')),
  /** When its first interaction began: ISO 8601, in UTC. */
  sessionDateStarted: optional(timestamp('iso8601')),
  /** When it last changed: ISO 8601, in UTC. */
  sessionDateUpdated: optional(timestamp('iso8601')),
  /** When it was closed: ISO 8601, in UTC. */
  sessionDateEnded: optional(timestamp('iso8601')),
  /** When its last interaction was: ISO 8601, in UTC. */
  sessionDateLastInteraction: optional(timestamp('iso8601')),
  /** What closed it, such as `api`. */
  sessionClosedReason: optional(text()),
  /** How many seconds without an interaction would have closed it. */
  ttl: optional(integer()),
};
