import { oneOf } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { compositionEventParameters, compositionParameters } from './groups/composition.js';

const parameters = {
  /** `composition-started`. */
  StatusCallbackEvent: oneOf('composition-started'),
};

/** A composition is being made. */
export interface VideoCompositionStarted
  extends PayloadOf<typeof compositionEventParameters & typeof compositionParameters & typeof parameters> {}

/** Sent to the status callback URL of a composition, or of the hook that made it. Answer with any 2xx. */
export const VideoCompositionStarted: PayloadSchema<VideoCompositionStarted, 'video.composition.started', 'nothing'> = form({
  kind: 'video.composition.started',
  title: 'Composition started',
  expects: 'nothing',
  signs: [{ is: { StatusCallbackEvent: 'composition-started' } }],
  parameters: [compositionEventParameters, compositionParameters, parameters],
});
