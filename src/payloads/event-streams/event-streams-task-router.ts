import { jsonText, oneOf, openEnum, optional, sid, text, timestamp } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { cloudEvent } from './cloud-event.js';
import { eventData } from './event-data.js';
import type { envelopeParameters } from './groups/envelope.js';
import { type EventStreamsTaskRouterPayload, taskRouterPayload } from './groups/task-router-payload.js';

const data = {
  /** The event: `EV…`. */
  sid: sid('EV'),
  /** What happened, such as `ReservationCreated`. */
  name: optional(text()),
  /** The account that owns the workspace: `AC…`. */
  account_sid: optional(sid('AC')),
  /** What you called the account. */
  account_friendly_name: optional(text()),
  /** The account above it: `AC…`. */
  parent_account_sid: optional(sid('AC')),
  /** The name of the account above it. */
  parent_friendly_name: optional(text()),
  /** When it happened, in UTC. */
  timestamp: optional(timestamp('iso8601')),
  /** How bad it is. */
  level: optional(openEnum('INFO', 'WARNING', 'ERROR')),
  /** What it is about, such as `reservation`. */
  group: optional(text()),
  /** The product that the event is of: TaskRouter. */
  product_name: optional(openEnum('TaskRouter')),
  /** The name of the workspace. */
  publisher: optional(text()),
  /** What the workspace adds: JSON in text, and left as text where it is none. */
  publisher_metadata: optional(jsonText()),
  /** The format of `payload`. */
  payload_type: optional(openEnum('application/json')),
  /** The event itself: two levels deep in what was delivered. */
  payload: eventData<EventStreamsTaskRouterPayload>(taskRouterPayload),
};

/** The data of an event of TaskRouter. */
export interface EventStreamsTaskRouterData extends PayloadOf<typeof data> {}

const parameters = {
  /** What happened. The types of a changed queue expression are two spellings of one: sources differ. */
  type: oneOf(
    'com.twilio.taskrouter.task.created',
    'com.twilio.taskrouter.task.updated',
    'com.twilio.taskrouter.task.canceled',
    'com.twilio.taskrouter.task.completed',
    'com.twilio.taskrouter.task.deleted',
    'com.twilio.taskrouter.task.system-deleted',
    'com.twilio.taskrouter.task.wrapup',
    'com.twilio.taskrouter.task.transfer-initiated',
    'com.twilio.taskrouter.task.transfer-attempt-failed',
    'com.twilio.taskrouter.task.transfer-failed',
    'com.twilio.taskrouter.task.transfer-canceled',
    'com.twilio.taskrouter.task.transfer-completed',
    'com.twilio.taskrouter.reservation.created',
    'com.twilio.taskrouter.reservation.accepted',
    'com.twilio.taskrouter.reservation.rejected',
    'com.twilio.taskrouter.reservation.timeout',
    'com.twilio.taskrouter.reservation.canceled',
    'com.twilio.taskrouter.reservation.rescinded',
    'com.twilio.taskrouter.reservation.completed',
    'com.twilio.taskrouter.reservation.failed',
    'com.twilio.taskrouter.reservation.wrapup',
    'com.twilio.taskrouter.worker.created',
    'com.twilio.taskrouter.worker.deleted',
    'com.twilio.taskrouter.worker.activity.update',
    'com.twilio.taskrouter.worker.attributes.update',
    'com.twilio.taskrouter.worker.capacity.update',
    'com.twilio.taskrouter.worker.channel.availability.update',
    'com.twilio.taskrouter.task-queue.created',
    'com.twilio.taskrouter.task-queue.deleted',
    'com.twilio.taskrouter.task-queue.entered',
    'com.twilio.taskrouter.task-queue.moved',
    'com.twilio.taskrouter.task-queue.timeout',
    'com.twilio.taskrouter.task-queue.expression.updated',
    'com.twilio.taskrouter.workflow.entered',
    'com.twilio.taskrouter.workflow.rejected',
    'com.twilio.taskrouter.workflow.skipped',
    'com.twilio.taskrouter.workflow.target-matched',
    'com.twilio.taskrouter.workflow.timeout',
    'com.twilio.taskrouter.task-queue.expression-updated',
  ),
  /** Around the event itself, which is in `payload`. */
  data: eventData<EventStreamsTaskRouterData>(data),
};

/** Something happened to a task, a reservation, a worker, a queue or a workflow. */
export interface EventStreamsTaskRouter extends PayloadOf<typeof envelopeParameters & typeof parameters> {}

/** Delivered to sinks that subscribe to it; several events at once are an `EventStreamsRequest`. Answer with any 2xx. */
export const EventStreamsTaskRouter: PayloadSchema<EventStreamsTaskRouter, 'event-streams.taskrouter', 'nothing'> = cloudEvent({
  kind: 'event-streams.taskrouter',
  title: 'TaskRouter events',
  parameters,
});
