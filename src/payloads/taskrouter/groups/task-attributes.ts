import * as z from 'zod';
import { type JsonObject, optional, text } from '../../schema/fields.js';
import { lazyObject } from '../../schema/lazily.js';

/** The attributes of a task: your own data. A task that `<Enqueue>` made has the call's parameters among them. */
export interface TaskRouterTaskAttributes extends JsonObject {
  /** The call that waits, when `<Enqueue>` made the task. */
  readonly call_sid?: string | undefined;
  /** The call to the worker, once a dequeue or call instruction has placed it. */
  readonly worker_call_sid?: string | undefined;
  /** Who calls, when `<Enqueue>` made the task. */
  readonly from?: string | undefined;
  /** Who was called, when `<Enqueue>` made the task. */
  readonly to?: string | undefined;
  /** Which way the call goes, such as `inbound`, when `<Enqueue>` made the task. */
  readonly direction?: string | undefined;
}

/** The content of `TaskAttributes`. */
export const taskAttributes: z.ZodType<TaskRouterTaskAttributes> = /* @__PURE__ */ lazyObject(() =>
  z.looseObject({
    call_sid: optional(text()),
    worker_call_sid: optional(text()),
    from: optional(text()),
    to: optional(text()),
    direction: optional(text()),
  }),
);
