import type { JsonValue } from '../schema/fields.js';
import { form } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { StudioAnswer } from './replies/studio-answer.js';

/** A flow of Studio came to a widget that asks your application for something. */
export interface StudioHttpRequest {
  /** What the author of the flow made the widget send: text in a form or a query, any value in JSON. */
  readonly [parameter: string]: JsonValue | undefined;
}

/**
 * Sent by the Make HTTP Request widget, which waits ten seconds. Answer with JSON. There are no parameters of Twilio's own, so only the
 * URL tells it; name yours with `StudioHttpRequest.extend({ … })`.
 */
export const StudioHttpRequest: PayloadSchema<StudioHttpRequest, 'studio.http-request', 'json', StudioAnswer> = form({
  kind: 'studio.http-request',
  title: 'Make HTTP Request widget',
  expects: 'json',
  reply: StudioAnswer,
  deadlineMs: 9_000,
  identifiable: false,
  methods: ['GET', 'POST'],
  signs: [],
  parameters: [],
});
