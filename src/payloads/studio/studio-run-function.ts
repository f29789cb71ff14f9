import { form } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { StudioAnswer } from './replies/studio-answer.js';

/** A flow of Studio came to a widget that runs a function. */
export interface StudioRunFunction {
  /** What the author of the flow made the widget send. */
  readonly [parameter: string]: string | readonly string[] | undefined;
}

/**
 * Sent by the Run Function widget, which waits ten seconds. Answer with JSON. There are no parameters of Twilio's own, so only the URL
 * tells it; name yours with `StudioRunFunction.extend({ … })`.
 */
export const StudioRunFunction: PayloadSchema<StudioRunFunction, 'studio.run-function', 'json', StudioAnswer> = form({
  kind: 'studio.run-function',
  title: 'Run Function widget',
  expects: 'json',
  reply: StudioAnswer,
  deadlineMs: 9_000,
  identifiable: false,
  methods: ['POST'],
  signs: [],
  parameters: [],
});
