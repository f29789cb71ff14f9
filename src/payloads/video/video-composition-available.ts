import { oneOf } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { compositionEventParameters, compositionParameters } from './groups/composition.js';
import { mediaParameters } from './groups/media.js';

const parameters = {
  /** `composition-available`. */
  StatusCallbackEvent: oneOf('composition-available'),
};

/** A composition can be downloaded. */
export interface VideoCompositionAvailable
  extends PayloadOf<typeof compositionEventParameters & typeof compositionParameters & typeof mediaParameters & typeof parameters> {}

/** Sent to the status callback URL of a composition, or of the hook that made it. Answer with any 2xx. */
export const VideoCompositionAvailable: PayloadSchema<VideoCompositionAvailable, 'video.composition.available', 'nothing'> = form({
  kind: 'video.composition.available',
  title: 'Composition available',
  expects: 'nothing',
  signs: [{ is: { StatusCallbackEvent: 'composition-available' } }],
  parameters: [compositionEventParameters, compositionParameters, mediaParameters, parameters],
});
