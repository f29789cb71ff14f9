import { integer, oneOf, optional } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { compositionEventParameters, compositionFailureParameters, compositionParameters } from './groups/composition.js';

const parameters = {
  /** `composition-failed`. */
  StatusCallbackEvent: oneOf('composition-failed'),
  /** Twilio's number of the error; one handler reads it, no table names it. */
  ErrorCode: optional(integer()),
};

/** A composition could not be made. */
export interface VideoCompositionFailed
  extends PayloadOf<
    typeof compositionEventParameters & typeof compositionFailureParameters & typeof compositionParameters & typeof parameters
  > {}

/** Sent to the status callback URL of a composition, or of the hook that made it. Answer with any 2xx. */
export const VideoCompositionFailed: PayloadSchema<VideoCompositionFailed, 'video.composition.failed', 'nothing'> = form({
  kind: 'video.composition.failed',
  title: 'Composition failed',
  expects: 'nothing',
  signs: [{ is: { StatusCallbackEvent: 'composition-failed' } }],
  parameters: [compositionEventParameters, compositionFailureParameters, compositionParameters, parameters],
});
