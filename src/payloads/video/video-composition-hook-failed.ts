import { oneOf } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { compositionEventParameters, compositionFailureParameters, hookParameters } from './groups/composition.js';

const parameters = {
  /** `composition-hook-failed`. */
  StatusCallbackEvent: oneOf('composition-hook-failed'),
};

/** A hook could not order a composition. */
export interface VideoCompositionHookFailed
  extends PayloadOf<typeof compositionEventParameters & typeof compositionFailureParameters & typeof hookParameters & typeof parameters> {}

/** Sent to the status callback URL of a composition, or of the hook that made it. Answer with any 2xx. */
export const VideoCompositionHookFailed: PayloadSchema<VideoCompositionHookFailed, 'video.composition.hook-failed', 'nothing'> = form({
  kind: 'video.composition.hook-failed',
  title: 'Composition hook failed',
  expects: 'nothing',
  signs: [{ is: { StatusCallbackEvent: 'composition-hook-failed' } }],
  parameters: [compositionEventParameters, compositionFailureParameters, hookParameters, parameters],
});
