import { oneOf, text } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { cloudEvent } from './cloud-event.js';
import { eventData } from './event-data.js';
import type { envelopeParameters } from './groups/envelope.js';

const data = {
  /** The operation: `comms_operation_…`. */
  operation_id: text(),
};

/** The data of an event about a bulk operation. */
export interface EventStreamsCommsOperationData extends PayloadOf<typeof data> {}

const parameters = {
  /** What became of the operation. There are further types of operations and communications that no source names. */
  type: oneOf(
    'com.twilio.comms-api.operation.processing',
    'com.twilio.comms-api.operation.completed',
    'com.twilio.comms-api.operation.scheduled',
  ),
  /** The operation. */
  data: eventData<EventStreamsCommsOperationData>(data),
};

/** A bulk operation of the Communications API got further. */
export interface EventStreamsCommsApiOperation extends PayloadOf<typeof envelopeParameters & typeof parameters> {}

/** Delivered to sinks that subscribe to it; several events at once are an `EventStreamsRequest`. Answer with any 2xx. */
export const EventStreamsCommsApiOperation: PayloadSchema<EventStreamsCommsApiOperation, 'event-streams.comms-api.operation', 'nothing'> =
  cloudEvent({
    kind: 'event-streams.comms-api.operation',
    title: 'Communications API operations',
    parameters,
  });
