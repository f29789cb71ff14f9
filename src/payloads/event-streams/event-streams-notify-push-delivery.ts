import { oneOf } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { cloudEvent } from './cloud-event.js';
import { unknownData } from './event-data.js';
import type { envelopeParameters } from './groups/envelope.js';

const parameters = {
  /** The only type. */
  type: oneOf('com.twilio.notify.notification.delivered'),
  /** The notification; no source tells the fields. */
  data: unknownData(),
};

/** Notify delivered a push notification. */
export interface EventStreamsNotifyPushDelivery extends PayloadOf<typeof envelopeParameters & typeof parameters> {}

/** Delivered to sinks that subscribe to it; several events at once are an `EventStreamsRequest`. Answer with any 2xx. */
export const EventStreamsNotifyPushDelivery: PayloadSchema<
  EventStreamsNotifyPushDelivery,
  'event-streams.notify.push-delivery',
  'nothing'
> = cloudEvent({
  kind: 'event-streams.notify.push-delivery',
  title: 'Notify push delivery',
  parameters,
});
