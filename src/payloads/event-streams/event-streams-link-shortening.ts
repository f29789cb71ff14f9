import { oneOf } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { cloudEvent } from './cloud-event.js';
import { unknownData } from './event-data.js';
import type { envelopeParameters } from './groups/envelope.js';

const parameters = {
  /** What happened. */
  type: oneOf('com.twilio.daptbt.link-shortening.link-clicked', 'com.twilio.daptbt.link-shortening.link-shortened'),
  /** The link; no source tells the fields, which the click webhook of messaging has under its own names. */
  data: unknownData(),
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
