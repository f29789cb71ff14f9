import { flag, optional, text } from '../../schema/fields.js';

/** Who wrote, as WhatsApp knows them, and where the message has been before. */
export const whatsAppParameters = {
  /** The sender's name on WhatsApp: free text, often with emoji. Nearly always there. */
  ProfileName: optional(text()),
  /** The sender's WhatsApp id: the digits of the number without a plus. Absent for users known by `ExternalUserId` alone. */
  WaId: optional(text()),
  /** The sender's id towards your business, such as `whatsapp:US.1234567890123456`; recorded since 2026 under this name. */
  ExternalUserId: optional(text()),
  /** The same under the name that Twilio's changelog of July 2026 gives it; `ExternalUserId` has it too. */
  ExternalUserIdentifier: optional(text()),
  /** Whether the message was forwarded. */
  Forwarded: optional(flag()),
  /** Whether the message was forwarded often. */
  FrequentlyForwarded: optional(flag()),
};
