import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { interactionParameters } from './groups/interaction.js';

/** Somebody in a session wrote or called, and Proxy is about to pass it on. */
export interface ProxyIntercept extends PayloadOf<typeof interactionParameters> {}

/** Sent to the intercept URL of a Proxy service. A status of 403 stops the message or call; any other, or none in time, lets it pass. */
export const ProxyIntercept: PayloadSchema<ProxyIntercept, 'proxy.intercept', 'status'> = form({
  kind: 'proxy.intercept',
  title: 'Intercept callback',
  expects: 'status',
  methods: ['POST'],
  signs: [{ has: ['interactionSid'], lacks: ['outboundResourceSid', 'outboundResourceStatus'] }],
  parameters: [interactionParameters],
});
