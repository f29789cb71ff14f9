import { optional, sid, text } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { interactionParameters } from './groups/interaction.js';
import { resourceStatus, resourceType } from './groups/resource.js';

const parameters = {
  /** The participant whom it is for, once the other side is known. */
  outboundParticipantSid: optional(sid('KP')),
  /** The message or call that goes out; absent while there is none. */
  outboundResourceSid: optional(sid('SM', 'MM', 'CA')),
  /** How far the message or call that goes out got. */
  outboundResourceStatus: optional(resourceStatus()),
  /** Whether a message or a call goes out. Handlers of live traffic read it in small letters: compare without case. */
  outboundResourceType: optional(resourceType()),
  /** Where the REST API has the message or call that goes out. */
  outboundResourceUrl: optional(text()),
};

/** An interaction began, or got further on either side. */
export interface ProxyCallback extends PayloadOf<typeof interactionParameters & typeof parameters> {}

/**
 * Sent to the callback URL of a Proxy service. Before there is anything on the outbound side it looks like `proxy.intercept`, and only the
 * URL tells it. Answer with any 2xx.
 */
export const ProxyCallback: PayloadSchema<ProxyCallback, 'proxy.callback', 'nothing'> = form({
  kind: 'proxy.callback',
  title: 'Interaction callback',
  expects: 'nothing',
  methods: ['POST'],
  signs: [{ has: ['outboundResourceSid', 'interactionSid'] }, { has: ['outboundResourceStatus', 'interactionSid'] }],
  parameters: [interactionParameters, parameters],
});
