import { openEnum, optional, sid, text, timestamp } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';

const parameters = {
  /** Whether a person opened the link, or a phone fetched its preview. */
  event_type: openEnum('click', 'preview'),
  /** The message that held the link: `SM…` or `MM…`. */
  sms_sid: sid('SM', 'MM'),
  /** Who got the message. */
  to: optional(text()),
  /** Who sent the message. */
  from: optional(text()),
  /** The long URL that the short one stands for. */
  link: optional(text()),
  /** When the link was opened, in UTC. */
  click_time: optional(timestamp('iso8601')),
  /** The Messaging Service that shortened the link: `MG…`. */
  messaging_service_sid: optional(sid('MG')),
  /** The account or subaccount that owns the message: `AC…`. */
  account_sid: optional(sid('AC')),
  /** The browser, where it said what it is. */
  user_agent: optional(text()),
};

/** Somebody opened a link that Twilio had shortened. */
export interface LinkClick extends PayloadOf<typeof parameters> {}

/** Sent to the callback URL of the domain that shortens links; its parameters are spelt unlike all others. Answer with any 2xx. */
export const LinkClick: PayloadSchema<LinkClick, 'messaging.link_shortening.click', 'nothing'> = form({
  kind: 'messaging.link_shortening.click',
  title: 'Link shortening click event',
  expects: 'nothing',
  methods: ['POST'],
  signs: [{ has: ['sms_sid', 'event_type'] }, { has: ['link', 'click_time', 'message_sid', 'event_type'] }],
  parameters: [parameters],
  standIns: { sms_sid: ['message_sid'] },
});
