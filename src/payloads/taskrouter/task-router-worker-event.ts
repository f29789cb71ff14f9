import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { eventParameters } from './groups/event.js';
import { eventType } from './groups/event-type.js';
import { workerParameters } from './groups/worker.js';

const eventTypes = ['worker.created', 'worker.attributes.update', 'worker.deleted'] as const;

const parameters = {
  /** What happened. */
  EventType: eventType(eventTypes),
};

/** A worker was created or deleted, or has other attributes than before. */
export interface TaskRouterWorkerEvent extends PayloadOf<typeof eventParameters & typeof workerParameters & typeof parameters> {}

/** Sent to the event callback URL of the workspace, unless its filter leaves the event out. Answer with any 2xx. */
export const TaskRouterWorkerEvent: PayloadSchema<TaskRouterWorkerEvent, 'taskrouter.event.worker', 'nothing'> = form({
  kind: 'taskrouter.event.worker',
  title: 'Worker events',
  expects: 'nothing',
  methods: ['POST'],
  signs: [{ is: { EventType: eventTypes }, has: ['WorkspaceSid'] }],
  parameters: [eventParameters, workerParameters, parameters],
});
