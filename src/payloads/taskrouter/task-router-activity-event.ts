import { flag, optional, sid, text } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { eventParameters } from './groups/event.js';
import { eventType } from './groups/event-type.js';

const eventTypes = ['activity.created', 'activity.updated', 'activity.deleted'] as const;

const parameters = {
  /** What happened. */
  EventType: eventType(eventTypes),
  /** The activity: `WA…`. */
  ActivitySid: sid('WA'),
  /** The activity's name, such as `Lunch`. */
  ActivityName: optional(text()),
  /** Whether workers in it get tasks. */
  ActivityAvailable: optional(flag()),
};

/** An activity, which workers can be in, was created, changed or deleted. */
export interface TaskRouterActivityEvent extends PayloadOf<typeof eventParameters & typeof parameters> {}

/** Sent to the event callback URL of the workspace, unless its filter leaves the event out. Answer with any 2xx. */
export const TaskRouterActivityEvent: PayloadSchema<TaskRouterActivityEvent, 'taskrouter.event.activity', 'nothing'> = form({
  kind: 'taskrouter.event.activity',
  title: 'Activity events',
  expects: 'nothing',
  methods: ['POST'],
  signs: [{ is: { EventType: eventTypes }, has: ['WorkspaceSid'] }],
  parameters: [eventParameters, parameters],
});
