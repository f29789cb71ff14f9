import * as z from 'zod';
import { jsonText, openEnum, optional, sid, text, timestamp } from '../../schema/fields.js';
import { lazyObject } from '../../schema/lazily.js';
import { resourceStatus, resourceType } from './resource.js';

/** What people said to one another over Proxy. */
export interface ProxyInteractionData {
  /** The text of the message. */
  readonly body?: string | undefined;
}

const interactionData: z.ZodType<ProxyInteractionData> = /* @__PURE__ */ lazyObject(() => z.looseObject({ body: optional(text()) }));

/** What every webhook about an interaction has: the interaction itself, and the side that began it. All begin with small letters. */
export const interactionParameters = {
  /** The interaction: `KI…`. */
  interactionSid: sid('KI'),
  /** The session that it is part of: `KC…`. */
  interactionSessionSid: optional(sid('KC')),
  /** The Proxy service: `KS…`. */
  interactionServiceSid: optional(sid('KS')),
  /** The account or subaccount that owns the service. Its auth token signs the request. */
  interactionAccountSid: optional(sid('AC')),
  /** Whether it is a message or a call. The REST API writes it small; no recording shows how it comes here: compare without case. */
  interactionType: optional(openEnum('Message', 'Voice', 'message', 'voice', 'unknown')),
  /** What was said. For messages; what calls have is not known. */
  interactionData: optional(jsonText(interactionData)),
  /** When it began: ISO 8601, in UTC. */
  interactionDateCreated: optional(timestamp('iso8601')),
  /** When it last changed: ISO 8601, in UTC. */
  interactionDateUpdated: optional(timestamp('iso8601')),
  /** The participant who began it: `KP…`. */
  inboundParticipantSid: optional(sid('KP')),
  /** The message or call that came in: `SM…` or `MM…` or `CA…`. */
  inboundResourceSid: optional(sid('SM', 'MM', 'CA')),
  /** How far the message or call that came in got. */
  inboundResourceStatus: optional(resourceStatus()),
  /** Whether a message or a call came in. Handlers of live traffic read it in small letters: compare without case. */
  inboundResourceType: optional(resourceType()),
  /** Where the REST API has the message or call that came in. */
  inboundResourceUrl: optional(text()),
};
