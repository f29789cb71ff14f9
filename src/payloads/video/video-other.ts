import { type OptionalTable, optionalTable, unlisted } from '../schema/fields.js';
import { form, type Override, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { compositionParameters } from './groups/composition.js';
import { roomParameters } from './groups/room.js';

const shared: OptionalTable<typeof roomParameters & typeof compositionParameters> = /* @__PURE__ */ optionalTable<
  typeof roomParameters & typeof compositionParameters
>(roomParameters, compositionParameters);

const parameters = {
  /** What happened, in a word that is not known. */
  StatusCallbackEvent: unlisted(),
};

/** Something happened in Video that this version does not know. */
export interface VideoOther extends PayloadOf<Override<typeof shared, typeof parameters>> {}

/** Sent to the status callback URL of a room or a composition, where Twilio has added an event. See `VideoEvent`. Answer with any 2xx. */
export const VideoOther: PayloadSchema<VideoOther, 'video.other', 'nothing'> = form({
  kind: 'video.other',
  title: 'Video event that is not known',
  expects: 'nothing',
  signs: [
    { otherwise: true, has: ['StatusCallbackEvent', 'RoomSid'], lacks: ['ConferenceSid'] },
    { otherwise: true, has: ['StatusCallbackEvent', 'CompositionSid'] },
    { otherwise: true, has: ['StatusCallbackEvent', 'HookSid'] },
  ],
  parameters: [shared, parameters],
});
