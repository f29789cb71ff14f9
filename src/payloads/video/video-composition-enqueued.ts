import { oneOf } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { compositionEventParameters, compositionParameters, hookParameters } from './groups/composition.js';

const parameters = {
  /** `composition-enqueued`. */
  StatusCallbackEvent: oneOf('composition-enqueued'),
};

/** A hook ordered a composition of a room that ended; compositions ordered over REST have no such event. */
export interface VideoCompositionEnqueued
  extends PayloadOf<typeof compositionEventParameters & typeof compositionParameters & typeof hookParameters & typeof parameters> {}

/** Sent to the status callback URL of a composition, or of the hook that made it. Answer with any 2xx. */
export const VideoCompositionEnqueued: PayloadSchema<VideoCompositionEnqueued, 'video.composition.enqueued', 'nothing'> = form({
  kind: 'video.composition.enqueued',
  title: 'Composition enqueued',
  expects: 'nothing',
  signs: [{ is: { StatusCallbackEvent: 'composition-enqueued' } }],
  parameters: [compositionEventParameters, compositionParameters, hookParameters, parameters],
});
