import { flag, integer, optional, sid, text } from '../../schema/fields.js';

/** What describes how much a worker takes of one task channel. */
export const workerChannelParameters = {
  /** Whether the worker takes tasks of the channel. */
  WorkerChannelAvailable: optional(flag()),
  /** How many more tasks of the channel the worker could take at once. */
  WorkerChannelAvailableCapacity: optional(integer()),
  /** How many tasks of the channel the worker could take at once, before the change. */
  WorkerChannelPreviousCapacity: optional(integer()),
  /** The task channel: `TC…`. */
  TaskChannelSid: optional(sid('TC')),
  /** The unique name of the task channel. */
  TaskChannelUniqueName: optional(text()),
  /** How many tasks of the channel the worker has. */
  WorkerChannelTaskCount: optional(integer()),
};
