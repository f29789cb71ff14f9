import { optional, timestamp } from '../../schema/fields.js';

/** What every event of Conversation Orchestrator has. */
export const eventParameters = {
  /** When it happened, in UTC. */
  timestamp: optional(timestamp('iso8601')),
};
