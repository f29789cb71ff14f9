import { inboundParameters } from '../messaging/groups/inbound.js';
import type { MediaLists } from '../messaging/groups/media.js';
import { messageParameters } from '../messaging/groups/message.js';
import { integer, optional, sid, text } from '../schema/fields.js';
import { form, type Override, type PayloadOf } from '../schema/form.js';
import { numbered } from '../schema/lists.js';
import type { PayloadSchema } from '../schema/schema.js';
import { callParameters } from '../voice/groups/call.js';
import { geoParameters } from '../voice/groups/geo.js';

const parameters = {
  /** The call, when the flow handles one. */
  CallSid: optional(sid('CA')),
  /** The message, when the flow handles one: `MM…` when media is attached, else `SM…`. */
  MessageSid: optional(sid('SM', 'MM')),
  /** The text of the message; absent for a call. */
  Body: optional(text()),
  /** How many media files are attached to the message; absent for a call. They are in `Media`. */
  NumMedia: optional(integer()),
};

/** A flow of Studio handed its call or its message over to your TwiML. */
export interface StudioTwimlRedirect
  extends PayloadOf<
      Override<
        Override<typeof messageParameters & typeof inboundParameters, typeof callParameters & typeof geoParameters>,
        typeof parameters
      >
    >,
    MediaLists {}

/**
 * Sent by the TwiML Redirect widget. Answer with TwiML of the call's or the message's kind; a call comes back to the flow by a `<Redirect>`
 * to the flow's URL with `FlowEvent=return`. It looks like any request about a call or message, and only the URL tells it.
 */
export const StudioTwimlRedirect: PayloadSchema<StudioTwimlRedirect, 'studio.twiml-redirect', readonly ['voice-twiml', 'messaging-twiml']> =
  form({
    kind: 'studio.twiml-redirect',
    title: 'TwiML Redirect widget',
    expects: ['voice-twiml', 'messaging-twiml'],
    deadlineMs: 9_000,
    identifiable: false,
    signs: [],
    parameters: [messageParameters, inboundParameters, callParameters, geoParameters, parameters],
    // Without a count: that of a call's media, 0, would be written although calls have none.
    lists: [numbered('Media', { Url: 'MediaUrl', ContentType: 'MediaContentType' })],
  });
