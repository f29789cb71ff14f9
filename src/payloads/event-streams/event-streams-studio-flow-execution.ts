import { oneOf, openEnum, optional, sid, text, timestamp } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import { jsonNumber } from '../schema/json-fields.js';
import type { PayloadSchema } from '../schema/schema.js';
import { cloudEvent } from './cloud-event.js';
import { eventData } from './event-data.js';
import type { envelopeParameters } from './groups/envelope.js';

const data = {
  /** The execution: `FN…`. */
  execution_sid: sid('FN'),
  /** The account that owns the flow: `AC…`. */
  account_sid: optional(sid('AC')),
  /** The flow: `FW…`. */
  flow_sid: optional(sid('FW')),
  /** Whom it talks to: a number in E.164 or a channel address. */
  contact_channel_address: optional(text()),
  /** What it is doing. */
  status: optional(openEnum('active', 'ended', 'started')),
  /** Why it ended, such as `FLOW_END`; absent when it started. */
  ended_reason: optional(text()),
  /** When it started, in UTC. */
  date_created: optional(timestamp('iso8601')),
  /** When it last changed, in UTC. */
  date_updated: optional(timestamp('iso8601')),
  /** What started it: the SID of a call, a message and so on. */
  started_by: optional(text()),
  /** Which revision of the flow runs. */
  flow_revision: optional(jsonNumber()),
};

/** The data of an event about an execution of a flow. */
export interface EventStreamsFlowExecutionData extends PayloadOf<typeof data> {}

const parameters = {
  /** Whether it started or ended. */
  type: oneOf('com.twilio.studio.flow.execution.started', 'com.twilio.studio.flow.execution.ended'),
  /** The execution. */
  data: eventData<EventStreamsFlowExecutionData>(data),
};

/** An execution of a Studio flow started or ended. */
export interface EventStreamsStudioFlowExecution extends PayloadOf<typeof envelopeParameters & typeof parameters> {}

/** Delivered to sinks that subscribe to it; several events at once are an `EventStreamsRequest`. Answer with any 2xx. */
export const EventStreamsStudioFlowExecution: PayloadSchema<
  EventStreamsStudioFlowExecution,
  'event-streams.studio.flow-execution',
  'nothing'
> = cloudEvent({
  kind: 'event-streams.studio.flow-execution',
  title: 'Studio execution started or ended',
  parameters,
});
