import { oneOf, text } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { cloudEvent } from './cloud-event.js';
import { eventData } from './event-data.js';
import type { envelopeParameters } from './groups/envelope.js';

const data = {
  /** The id, a UUID, to post as `TestId` to the sink's `Validate` resource. */
  test_id: text(),
};

/** The data of a test event. */
export interface EventStreamsTestData extends PayloadOf<typeof data> {}

const parameters = {
  /** The only type. */
  type: oneOf('com.twilio.eventstreams.test-event'),
  /** What is needed to validate the sink. */
  data: eventData<EventStreamsTestData>(data),
};

/** Somebody tested a sink. */
export interface EventStreamsTest extends PayloadOf<typeof envelopeParameters & typeof parameters> {}

/** Delivered to a sink when the REST API is asked to test it. Answer with any 2xx, and post the id to validate the sink. */
export const EventStreamsTest: PayloadSchema<EventStreamsTest, 'event-streams.test', 'nothing'> = cloudEvent({
  kind: 'event-streams.test',
  title: 'Sink test event',
  parameters,
});
