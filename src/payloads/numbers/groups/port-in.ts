import { optional, sid, text, timestamp } from '../../schema/fields.js';

/** What every report about a port-in has. */
export const portInParameters = {
  /** The port-in request: `KW…`. */
  port_in_request_sid: sid('KW'),
  /** When it last changed, in UTC. */
  last_date_updated: optional(timestamp('iso8601')),
  /** Which notification this is; seen once. */
  event_type: optional(text()),
};
