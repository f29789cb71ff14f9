import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { eventParameters } from './groups/event.js';
import { eventType } from './groups/event-type.js';
import { workerParameters } from './groups/worker.js';
import { workerChannelParameters } from './groups/worker-channel.js';

const eventTypes = ['worker.capacity.update', 'worker.channel.availability.update'] as const;

const parameters = {
  /** What happened. */
  EventType: eventType(eventTypes),
};

/** A worker takes more or less of a task channel than before, or none of it. */
export interface TaskRouterWorkerChannelEvent
  extends PayloadOf<typeof eventParameters & typeof workerParameters & typeof workerChannelParameters & typeof parameters> {}

/** Sent to the event callback URL of the workspace, unless its filter leaves the event out. Answer with any 2xx. */
export const TaskRouterWorkerChannelEvent: PayloadSchema<TaskRouterWorkerChannelEvent, 'taskrouter.event.worker-channel', 'nothing'> = form(
  {
    kind: 'taskrouter.event.worker-channel',
    title: 'Worker channel events',
    expects: 'nothing',
    methods: ['POST'],
    signs: [{ is: { EventType: eventTypes }, has: ['WorkspaceSid'] }],
    parameters: [eventParameters, workerParameters, workerChannelParameters, parameters],
  },
);
