import * as z from 'zod';
import type { JsonValue } from '../../schema/fields.js';
import { lazily } from '../../schema/lazily.js';

/** Whatever the flow is to find in the widget's result: any JSON. For plain text return a `Response`. */
export type StudioAnswer = JsonValue;

/** Answers the widgets of Studio that ask for data. Any 2xx takes the flow to success, any other status to failure. */
export const StudioAnswer: z.ZodType<StudioAnswer> = /* @__PURE__ */ (() => {
  const value = lazily(
    z.ZodLazy,
    () =>
      z.lazy(() => z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(value), z.record(z.string(), value.optional())])).def,
  ) as z.ZodType<JsonValue>;
  return value;
})();
