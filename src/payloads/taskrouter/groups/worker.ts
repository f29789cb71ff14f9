import { integer, jsonText, optional, sid, text } from '../../schema/fields.js';
import { workerAttributes } from './worker-attributes.js';

/** What describes a worker. */
export const workerParameters = {
  /** The worker: `WK…`. */
  WorkerSid: sid('WK'),
  /** The worker's name for people to read. */
  WorkerName: optional(text()),
  /** Your own data about the worker. */
  WorkerAttributes: optional(jsonText(workerAttributes)),
  /** The activity that the worker is in now: `WA…`. */
  WorkerActivitySid: optional(sid('WA')),
  /** The name of that activity, such as `Available`. */
  WorkerActivityName: optional(text()),
  /** A number that grows with every change of the worker. */
  WorkerVersion: optional(integer()),
};
