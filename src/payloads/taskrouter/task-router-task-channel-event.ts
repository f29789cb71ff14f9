import { flag, optional, sid, text } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { eventParameters } from './groups/event.js';
import { eventType } from './groups/event-type.js';

const eventTypes = ['task-channel.created', 'task-channel.updated', 'task-channel.deleted'] as const;

const parameters = {
  /** What happened. */
  EventType: eventType(eventTypes),
  /** The task channel: `TC…`. */
  TaskChannelSid: sid('TC'),
  /** The channel's name for people to read. */
  TaskChannelName: optional(text()),
  /** The name by which tasks choose the channel, such as `voice` or `sms`. */
  TaskChannelUniqueName: optional(text()),
  /** Whether a task of it goes first to whoever has been idle the longest. */
  TaskChannelOptimizedRouting: optional(flag()),
};

/** A task channel was created, changed or deleted. */
export interface TaskRouterTaskChannelEvent extends PayloadOf<typeof eventParameters & typeof parameters> {}

/** Sent to the event callback URL of the workspace, unless its filter leaves the event out. Answer with any 2xx. */
export const TaskRouterTaskChannelEvent: PayloadSchema<TaskRouterTaskChannelEvent, 'taskrouter.event.task-channel', 'nothing'> = form({
  kind: 'taskrouter.event.task-channel',
  title: 'Task channel events',
  expects: 'nothing',
  methods: ['POST'],
  signs: [{ is: { EventType: eventTypes }, has: ['WorkspaceSid'] }],
  parameters: [eventParameters, parameters],
});
