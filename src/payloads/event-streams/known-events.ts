import { eventSchemas } from '../generated/event-schemas.js';
import { type PayloadUnion, union } from '../schema/union.js';

/** The schemas of all events that are known. */
export const knownEvents: PayloadUnion<typeof eventSchemas, 'nothing'> = /* @__PURE__ */ union({
  title: 'Event of Event Streams',
  by: 'type',
  members: eventSchemas,
  expects: 'nothing',
});
