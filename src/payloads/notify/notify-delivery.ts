import { flag, integer, jsonText, openEnum, optional, repeated, sid, text } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import { jsonObject } from '../schema/json-fields.js';
import type { PayloadSchema } from '../schema/schema.js';

const deliveryParameters = {
  /** What became of it. */
  status: optional(openEnum('SENT', 'FAILED')),
  /** What the channel calls it: a message's SID for SMS, the provider's own id for push; absent when the channel gave none. */
  sid: optional(text()),
};

/** What became of a notification at one recipient. */
export interface NotifyDeliveryState extends PayloadOf<typeof deliveryParameters> {}

const parameters = {
  /** The notification: `NT…`. */
  NotificationSid: sid('NT'),
  /** The account that owns the service. Its auth token signs the request. */
  AccountSid: sid('AC'),
  /** The Notify service: `IS…`. */
  ServiceSid: optional(sid('IS')),
  /** How many deliveries this request tells of, up to 1000. */
  Count: optional(integer()),
  /** Which request about the notification this is, from 0. */
  SequenceId: optional(integer()),
  /** Whether it is the last request about the notification. */
  IsFinal: optional(flag()),
  /** What became of each delivery: the parameter comes once for each. Text where it is no JSON. */
  DeliveryState: optional(repeated(jsonText(jsonObject<NotifyDeliveryState>(deliveryParameters)))),
};

/** A batch of a notification's deliveries was handed to the channels. */
export interface NotifyDelivery extends PayloadOf<typeof parameters> {}

/** Sent to the delivery callback URL of a Notify service or of a notification; the product is closed. Answer with any 2xx. */
export const NotifyDelivery: PayloadSchema<NotifyDelivery, 'notify.delivery', 'nothing'> = form({
  kind: 'notify.delivery',
  title: 'Notify delivery callback (legacy)',
  expects: 'nothing',
  methods: ['POST'],
  signs: [{ has: ['NotificationSid', 'DeliveryState'] }],
  parameters: [parameters],
});
