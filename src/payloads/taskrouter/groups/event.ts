import { openEnum, optional, sid, text, timestamp } from '../../schema/fields.js';

/** What every event of a workspace has, beside its type. */
export const eventParameters = {
  /** The account or subaccount that owns the workspace. Its auth token signs the request. */
  AccountSid: sid('AC'),
  /** The workspace: `WS…`. */
  WorkspaceSid: sid('WS'),
  /** The workspace's name for people to read. */
  WorkspaceName: optional(text()),
  /** The event itself, by which a second delivery can be told. No table names it, though every recording has it. */
  Sid: optional(sid('EV')),
  /** What happened, as a sentence in English. */
  EventDescription: optional(text()),
  /** What the event is about. The documentation writes it with capitals, traffic without; those of queues and channels are guesses. */
  ResourceType: optional(openEnum('task', 'reservation', 'worker', 'activity', 'workflow', 'workspace', 'task-queue', 'task-channel')),
  /** The SID of what the event is about, whatever its prefix. */
  ResourceSid: optional(text()),
  /** When it happened, in seconds since 1970. */
  Timestamp: optional(timestamp('epoch-seconds')),
  /** When it happened, in milliseconds since 1970. No table names it, though every recording has it. */
  TimestampMs: optional(timestamp('epoch-milliseconds')),
  /** The operating unit of the worker, queue or task, in newer accounts. */
  OperatingUnitSid: optional(sid('OU')),
};
