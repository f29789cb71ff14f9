import * as z from 'zod';
import { type JsonObject, optional, text } from '../../schema/fields.js';
import { lazyObject } from '../../schema/lazily.js';

/** The attributes of a worker: your own data, by which workflows and queues choose workers. */
export interface WorkerAttributes extends JsonObject {
  /** How the worker is reached when an instruction does not say: a phone number, `client:name` or `sip:user@host`. */
  readonly contact_uri?: string | undefined;
}

/** The content of `WorkerAttributes`. */
export const workerAttributes: z.ZodType<WorkerAttributes> = /* @__PURE__ */ lazyObject(() =>
  z.looseObject({ contact_uri: optional(text()) }),
);
