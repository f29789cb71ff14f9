import { decimal, oneOf, optional } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { compositionEventParameters, compositionParameters } from './groups/composition.js';

const parameters = {
  /** `composition-progress`. */
  StatusCallbackEvent: oneOf('composition-progress'),
  /** How much of it is done, in percent; reported about every ten. */
  PercentageDone: optional(decimal()),
  /** Seconds that the rest is estimated to take. */
  SecondsRemaining: optional(decimal()),
};

/** A composition got further. */
export interface VideoCompositionProgress
  extends PayloadOf<typeof compositionEventParameters & typeof compositionParameters & typeof parameters> {}

/** Sent to the status callback URL of a composition, or of the hook that made it. Answer with any 2xx. */
export const VideoCompositionProgress: PayloadSchema<VideoCompositionProgress, 'video.composition.progress', 'nothing'> = form({
  kind: 'video.composition.progress',
  title: 'Composition progress',
  expects: 'nothing',
  signs: [{ is: { StatusCallbackEvent: 'composition-progress' } }],
  parameters: [compositionEventParameters, compositionParameters, parameters],
});
