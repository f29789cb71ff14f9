import { integer, optional, sid } from '../schema/fields.js';
import { form, type Override, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { eventParameters } from './groups/event.js';
import { eventType } from './groups/event-type.js';
import { routingParameters } from './groups/routing.js';
import { taskParameters } from './groups/task.js';
import { workerParameters } from './groups/worker.js';

const eventTypes = [
  'reservation.created',
  'reservation.accepted',
  'reservation.rejected',
  'reservation.timeout',
  'reservation.canceled',
  'reservation.rescinded',
  'reservation.completed',
  'reservation.failed',
  'reservation.wrapup',
] as const;

const parameters = {
  /** What happened. `reservation.rescinded` means that another worker, who was offered the same task, took it. */
  EventType: eventType(eventTypes),
  /** The reservation, which ties the task to the worker. */
  ReservationSid: sid('WR'),
  /** The worker, of whom there is nothing at all in `reservation.failed`. */
  WorkerSid: optional(sid('WK')),
  /** A number that grows with every change of the reservation. In recordings, though no table names it. */
  ReservationVersion: optional(integer()),
  /** How many tasks of the task's channel the worker can take at once. In recordings, though no table names it. */
  WorkerChannelCapacity: optional(integer()),
  /** How much of that the worker's tasks use up. In recordings, though no table names it. */
  WorkerChannelConsumedCapacity: optional(integer()),
};

/** A task was offered to a worker, or the worker or your application answered the offer, or the offer ended. */
export interface TaskRouterReservationEvent
  extends PayloadOf<
    Override<typeof eventParameters & typeof taskParameters & typeof workerParameters & typeof routingParameters, typeof parameters>
  > {}

/** Sent to the event callback URL of the workspace, unless its filter leaves the event out. Answer with any 2xx. */
export const TaskRouterReservationEvent: PayloadSchema<TaskRouterReservationEvent, 'taskrouter.event.reservation', 'nothing'> = form({
  kind: 'taskrouter.event.reservation',
  title: 'Reservation events',
  expects: 'nothing',
  methods: ['POST'],
  signs: [{ is: { EventType: eventTypes }, has: ['WorkspaceSid'] }],
  parameters: [eventParameters, taskParameters, workerParameters, routingParameters, parameters],
});
