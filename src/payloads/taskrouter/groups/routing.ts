import { integer, optional, sid, text } from '../../schema/fields.js';

/**
 * More about how a task was routed. The REST API and Event Streams have all of it in snake case; that webhooks have it, and by these
 * names, is inferred from the names that could be compared.
 */
export const routingParameters = {
  /** Seconds that the task has been in its queue. */
  TaskAgeInQueue: optional(integer()),
  /** Why the workflow looked at the task once more. */
  TaskReEvaluatedReason: optional(text()),
  /** The worker or queue that the task is meant for. */
  TaskRoutingTarget: optional(text()),
  /** The transfer of the task: `TT…`. */
  TaskTransferSid: optional(sid('TT')),
  /** The priority before the change. */
  PreviousTaskPriority: optional(integer()),
  /** The queue before the change: `WQ…`. */
  PreviousTaskQueueSid: optional(sid('WQ')),
  /** The name of the queue before the change. */
  PreviousTaskQueueName: optional(text()),
  /** Why the task went on to another target of the workflow. */
  TargetChangedReason: optional(text()),
  /** The name of the workflow's filter that the task met. */
  WorkflowFilterName: optional(text()),
  /** The condition of that filter, as an expression over the task's attributes. */
  WorkflowFilterExpression: optional(text()),
  /** The name of the filter's target. */
  WorkflowFilterTargetName: optional(text()),
  /** The condition of that target, as an expression over workers' attributes. */
  WorkflowFilterTargetExpression: optional(text()),
  /** Why the reservation changed, as a number. */
  ReservationReasonCode: optional(integer()),
  /** The worker or queue that a transfer goes to. */
  TransferTo: optional(text()),
  /** What a transfer goes to. */
  TransferType: optional(text()),
  /** Whether the first worker stays until the second takes over. */
  TransferMode: optional(text()),
  /** How far a transfer got. */
  TransferStatus: optional(text()),
  /** When a transfer began. Its format is not known. */
  TransferStarted: optional(text()),
  /** Why handing the task over failed. */
  TransferFailedReason: optional(text()),
  /** The reservation that a transfer started from: `WR…`. */
  TransferInitiatingReservationSid: optional(sid('WR')),
  /** The worker who started a transfer: `WK…`. */
  TransferInitiatingWorkerSid: optional(sid('WK')),
};
