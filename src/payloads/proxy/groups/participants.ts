import { optional, sid, text, timestamp } from '../../schema/fields.js';

/** The two people of the closed session. Without such a session all of it is absent. All begin with small letters. */
export const participantParameters = {
  /** The participant who wrote or called: `KP…`. */
  inboundParticipantSid: optional(sid('KP')),
  /** The real address of the participant who wrote or called. */
  inboundParticipantIdentifier: optional(text()),
  /** The name that you gave the participant who wrote or called, if any. */
  inboundParticipantFriendlyName: optional(text()),
  /** The number that the participant who wrote or called saw in place of the other's. */
  inboundParticipantProxyIdentifier: optional(text()),
  /** The SID of that number: `PN…`. */
  inboundParticipantProxyIdentifierSid: optional(sid('PN')),
  /** The account or subaccount that owns the participant who wrote or called: `AC…`. */
  inboundParticipantAccountSid: optional(sid('AC')),
  /** The Proxy service of the participant who wrote or called: `KS…`. */
  inboundParticipantServiceSid: optional(sid('KS')),
  /** The session of the participant who wrote or called: `KC…`. */
  inboundParticipantSessionSid: optional(sid('KC')),
  /** When the participant who wrote or called was added: ISO 8601, in UTC. */
  inboundParticipantDateCreated: optional(timestamp('iso8601')),
  /** When the participant who wrote or called last changed: ISO 8601, in UTC. */
  inboundParticipantDateUpdated: optional(timestamp('iso8601')),
  /** The participant whom it was meant for: `KP…`. */
  outboundParticipantSid: optional(sid('KP')),
  /** The real address of the participant whom it was meant for. */
  outboundParticipantIdentifier: optional(text()),
  /** The name that you gave the participant whom it was meant for, if any. */
  outboundParticipantFriendlyName: optional(text()),
  /** The number that the participant whom it was meant for saw in place of the other's. */
  outboundParticipantProxyIdentifier: optional(text()),
  /** The SID of that number: `PN…`. */
  outboundParticipantProxyIdentifierSid: optional(sid('PN')),
  /** The account or subaccount that owns the participant whom it was meant for: `AC…`. */
  outboundParticipantAccountSid: optional(sid('AC')),
  /** The Proxy service of the participant whom it was meant for: `KS…`. */
  outboundParticipantServiceSid: optional(sid('KS')),
  /** The session of the participant whom it was meant for: `KC…`. */
  outboundParticipantSessionSid: optional(sid('KC')),
  /** When the participant whom it was meant for was added: ISO 8601, in UTC. */
  outboundParticipantDateCreated: optional(timestamp('iso8601')),
  /** When the participant whom it was meant for last changed: ISO 8601, in UTC. */
  outboundParticipantDateUpdated: optional(timestamp('iso8601')),
};
