import { jsonText, openEnum, optional, sid, text, timestamp } from '../../schema/fields.js';
import type { PayloadOf } from '../../schema/form.js';
import { jsonNumber } from '../../schema/json-fields.js';

/** What a TaskRouter event tells; which fields there are depends on `eventtype`, as in the callbacks of a workspace. */
export const taskRouterPayload = {
  /** The event; the same as that of the data around it. */
  sid: optional(sid('EV')),
  /** What happened, such as `reservation.created`. */
  eventtype: optional(text()),
  /** The account that owns the workspace: `AC…`. */
  account_sid: optional(sid('AC')),
  /** When it happened, in UTC. */
  timestamp: optional(timestamp('iso8601')),
  /** What happened, in words. */
  event_description: optional(text()),
  /** What sort of thing it happened to. */
  resource_type: optional(openEnum('task', 'reservation', 'worker', 'activity', 'workflow', 'workspace')),
  /** The thing that it happened to. */
  resource_sid: optional(text()),
  /** The workspace: `WS…`. */
  workspace_sid: optional(sid('WS')),
  /** What you called the workspace. */
  workspace_name: optional(text()),
  /** The operating unit that it belongs to: `OU…`. */
  operating_unit_sid: optional(sid('OU')),
  /** The task: `WT…`. */
  task_sid: optional(sid('WT')),
  /** The attributes that you gave the task: JSON in text, and left as text where it is none. */
  task_attributes: optional(jsonText()),
  /** Seconds since the task was made. */
  task_age: optional(jsonNumber()),
  /** Seconds since the task came into its queue. */
  task_age_in_queue: optional(jsonNumber()),
  /** When the task was made, in UTC. */
  task_date_created: optional(timestamp('iso8601')),
  /** The task's priority: the higher, the earlier. */
  task_priority: optional(jsonNumber()),
  /** How often the task was changed. */
  task_version: optional(jsonNumber()),
  /** What the task is doing. */
  task_assignment_status: optional(openEnum('pending', 'reserved', 'assigned', 'canceled', 'wrapping', 'completed')),
  /** Why the task was completed. */
  task_completed_reason: optional(text()),
  /** Why the task was cancelled. */
  task_canceled_reason: optional(text()),
  /** Why it happened. */
  reason: optional(text()),
  /** The task channel: `TC…`. */
  task_channel_sid: optional(sid('TC')),
  /** Its unique name, such as `voice`. */
  task_channel_unique_name: optional(text()),
  /** The queue that the task is in: `WQ…`. */
  task_queue_sid: optional(sid('WQ')),
  /** What you called the task queue. */
  task_queue_name: optional(text()),
  /** Which workers it takes. */
  task_queue_target_expression: optional(text()),
  /** When the task came into it, in UTC. */
  task_queue_entered_date: optional(timestamp('iso8601')),
  /** Why the task was routed anew. */
  task_re_evaluated_reason: optional(text()),
  /** The worker or queue that the task was routed to directly. */
  task_routing_target: optional(text()),
  /** The transfer: `TT…`. */
  task_transfer_sid: optional(sid('TT')),
  /** The workflow: `WW…`. */
  workflow_sid: optional(sid('WW')),
  /** What you called the workflow. */
  workflow_name: optional(text()),
  /** The filter of it that the task fitted. */
  workflow_filter_name: optional(text()),
  /** What that filter asks for. */
  workflow_filter_expression: optional(text()),
  /** The target of the filter. */
  workflow_filter_target_name: optional(text()),
  /** Which workers the target takes. */
  workflow_filter_target_expression: optional(text()),
  /** The task's priority before. */
  previous_task_priority: optional(jsonNumber()),
  /** The queue that the task was in before: `WQ…`. */
  previous_task_queue_sid: optional(sid('WQ')),
  /** What you called the task queue that it was in before. */
  previous_task_queue_name: optional(text()),
  /** Why the target was changed. */
  target_changed_reason: optional(text()),
  /** The reservation: `WR…`. */
  reservation_sid: optional(sid('WR')),
  /** How often the reservation was changed. */
  reservation_version: optional(jsonNumber()),
  /** Twilio's number of why the reservation came to its end. */
  reservation_reason_code: optional(jsonNumber()),
  /** The worker: `WK…`. */
  worker_sid: optional(sid('WK')),
  /** The worker's name. */
  worker_name: optional(text()),
  /** The attributes that you gave the worker: JSON in text, and left as text where it is none. */
  worker_attributes: optional(jsonText()),
  /** The activity that the worker is in: `WA…`. */
  worker_activity_sid: optional(sid('WA')),
  /** What you called the activity, such as `Available`. */
  worker_activity_name: optional(text()),
  /** The activity that the worker was in before: `WA…`. */
  worker_previous_activity_sid: optional(sid('WA')),
  /** What you called the activity that the worker was in before. */
  worker_previous_activity_name: optional(text()),
  /** Seconds that the worker was in it; milliseconds before 21 May 2021. */
  worker_time_in_previous_activity: optional(jsonNumber()),
  /** Milliseconds that the worker was in it; from version 2 of the schema on. */
  worker_time_in_previous_activity_ms: optional(jsonNumber()),
  /** Whether the worker takes tasks of the channel: 1 or 0. */
  worker_channel_available: optional(jsonNumber()),
  /** How much of the worker's capacity is free, in percent. */
  worker_channel_available_capacity: optional(jsonNumber()),
  /** How many tasks of the channel the worker takes at once. */
  worker_channel_capacity: optional(jsonNumber()),
  /** How many that were before. */
  worker_channel_previous_capacity: optional(jsonNumber()),
  /** How many tasks of the channel the worker has. */
  worker_channel_task_count: optional(jsonNumber()),
  /** Whom the task is transferred to: a worker or a queue. */
  transfer_to: optional(text()),
  /** What sort of target that is. */
  transfer_type: optional(text()),
  /** Whether the worker who transfers it stays: `COLD` or `WARM`. */
  transfer_mode: optional(text()),
  /** What the transfer is doing. */
  transfer_status: optional(text()),
  /** When the transfer began. */
  transfer_started: optional(text()),
  /** Why the transfer failed. */
  transfer_failed_reason: optional(text()),
  /** The reservation of the worker who transfers it: `WR…`. */
  transfer_initiating_reservation_sid: optional(sid('WR')),
  /** The worker who transfers it: `WK…`. */
  transfer_initiating_worker_sid: optional(sid('WK')),
};

/** What happened in a workspace, under the names of its callbacks and with the types of JSON. */
export interface EventStreamsTaskRouterPayload extends PayloadOf<typeof taskRouterPayload> {}
