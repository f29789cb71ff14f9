import { oneOf, optional, sid, text, timestamp } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { cloudEvent } from './cloud-event.js';
import { eventData } from './event-data.js';
import type { envelopeParameters } from './groups/envelope.js';

const data = {
  /** The message that the link was in: `SM…` or `MM…`. */
  message_sid: optional(sid('SM', 'MM')),
  /** The account that sent it: `AC…`. */
  account_sid: optional(sid('AC')),
  /** The Messaging Service that sent it: `MG…`. */
  messaging_service_sid: optional(sid('MG')),
  /** Who got the message. */
  to: optional(text()),
  /** Who sent it. */
  from: optional(text()),
  /** The link as you wrote it. */
  link: optional(text()),
  /** The link as it was sent. */
  shortened_link: optional(text()),
  /** When it was shortened, in UTC. */
  link_create_time: optional(timestamp('iso8601')),
  /** When somebody followed it, in UTC; of a click alone. */
  click_time: optional(timestamp('iso8601')),
  /** What followed it: the browser, or what looks at links before people do; of a click alone. */
  user_agent: optional(text()),
};

/** The data of an event about a shortened link: those of a click are documented, those of shortening are inferred from them. */
export interface EventStreamsLinkShorteningData extends PayloadOf<typeof data> {}

const parameters = {
  /** What happened. */
  type: oneOf('com.twilio.daptbt.link-shortening.link-clicked', 'com.twilio.daptbt.link-shortening.link-shortened'),
  /** The link, under other names than in the click webhook of messaging. */
  data: eventData<EventStreamsLinkShorteningData>(data),
};

/** A shortened link of a message was made, or somebody followed it. */
export interface EventStreamsLinkShortening extends PayloadOf<typeof envelopeParameters & typeof parameters> {}

/** Delivered to sinks that subscribe to it; several events at once are an `EventStreamsRequest`. Answer with any 2xx. */
export const EventStreamsLinkShortening: PayloadSchema<EventStreamsLinkShortening, 'event-streams.link-shortening', 'nothing'> = cloudEvent(
  {
    kind: 'event-streams.link-shortening',
    title: 'Link shortening',
    parameters,
  },
);
