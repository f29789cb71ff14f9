import { oneOf, optional, sid, text, timestamp } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { cloudEvent } from './cloud-event.js';
import { eventData } from './event-data.js';
import type { envelopeParameters } from './groups/envelope.js';

const data = {
  /** The step: `FT…`. */
  step_sid: sid('FT'),
  /** The execution that it belongs to: `FN…`. */
  execution_sid: optional(sid('FN')),
  /** The account that owns the flow: `AC…`. */
  account_sid: optional(sid('AC')),
  /** The flow: `FW…`. */
  flow_sid: optional(sid('FW')),
  /** The step that called the subflow; absent outside one. */
  parent_step_sid: optional(sid('FT')),
  /** The transition that was taken, such as `incomingCall`. */
  name: optional(text()),
  /** The widget that was left. */
  transitioned_from: optional(text()),
  /** The widget that came next; `Ended` where none did. */
  transitioned_to: optional(text()),
  /** When the step was taken, in UTC. */
  date_created: optional(timestamp('iso8601')),
};

/** The data of an event about a step of a flow. */
export interface EventStreamsFlowStepData extends PayloadOf<typeof data> {}

const parameters = {
  /** The only type. */
  type: oneOf('com.twilio.studio.flow.step.ended'),
  /** The step from one widget to the next. */
  data: eventData<EventStreamsFlowStepData>(data),
};

/** A widget of a Studio flow did its work. */
export interface EventStreamsStudioFlowStep extends PayloadOf<typeof envelopeParameters & typeof parameters> {}

/** Delivered to sinks that subscribe to it; several events at once are an `EventStreamsRequest`. Answer with any 2xx. */
export const EventStreamsStudioFlowStep: PayloadSchema<EventStreamsStudioFlowStep, 'event-streams.studio.flow-step', 'nothing'> =
  cloudEvent({
    kind: 'event-streams.studio.flow-step',
    title: 'Studio step ended',
    parameters,
  });
