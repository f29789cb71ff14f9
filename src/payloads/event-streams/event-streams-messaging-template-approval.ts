import { oneOf, openEnum, optional, sid, text, timestamp } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import { jsonObject } from '../schema/json-fields.js';
import type { PayloadSchema } from '../schema/schema.js';
import { cloudEvent } from './cloud-event.js';
import { eventData } from './event-data.js';
import type { envelopeParameters } from './groups/envelope.js';

const template = {
  /** The content template: `HX…`. */
  sid: sid('HX'),
  /** What you call it. */
  friendlyName: optional(text()),
  /** What it is called on the channel. */
  externalTemplateName: optional(text()),
  /** Its language, such as `en`. */
  language: optional(text()),
  /** The status, or the category, that it had. */
  previousValue: optional(text()),
  /** The status, such as `approved`, or the category that it has now. */
  currentValue: optional(text()),
};

/** A content template whose approval changed. */
export interface EventStreamsTemplate extends PayloadOf<typeof template> {}

const data = {
  /** What changed: the channel's verdict, or the category that it puts the template in and that it is charged by. */
  type: optional(openEnum('status_update', 'category_update')),
  /** The account that owns it: `AC…`. */
  accountSid: optional(sid('AC')),
  /** When it changed, in UTC. */
  dateUpdated: optional(timestamp('iso8601')),
  /** The channel that judged it. */
  channel: optional(openEnum('whatsapp')),
  /** The template, with what was and what is. */
  template: jsonObject<EventStreamsTemplate>(template),
};

/** The data of an event about the approval of a content template. */
export interface EventStreamsTemplateApprovalData extends PayloadOf<typeof data> {}

const parameters = {
  /** The only type. */
  type: oneOf('com.twilio.messaging.template.approval.updated'),
  /** The approval. Its names are in camel case, unlike those of other messaging events. */
  data: eventData<EventStreamsTemplateApprovalData>(data),
};

/** WhatsApp approved or refused a content template, paused it, or put it into another category. */
export interface EventStreamsMessagingTemplateApproval extends PayloadOf<typeof envelopeParameters & typeof parameters> {}

/** Delivered to sinks that subscribe to it; several events at once are an `EventStreamsRequest`. Answer with any 2xx. */
export const EventStreamsMessagingTemplateApproval: PayloadSchema<
  EventStreamsMessagingTemplateApproval,
  'event-streams.messaging.template-approval',
  'nothing'
> = cloudEvent({
  kind: 'event-streams.messaging.template-approval',
  title: 'Content template approval',
  parameters,
});
