import { flag, optional, timestamp } from '../../schema/fields.js';

/** What tells of the last change of a user. */
export const reachabilityParameters = {
  /** When the user was last changed: ISO 8601 with milliseconds, in UTC. */
  DateUpdated: optional(timestamp('iso8601')),
  /** Whether a client of the user is connected, where the service has reachability switched on. */
  IsOnline: optional(flag()),
  /** Whether the user can get push notifications, where the service has reachability and push switched on. */
  IsNotifiable: optional(flag()),
};
