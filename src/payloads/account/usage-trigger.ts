import { openEnum, optional, sid, text, timestamp } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';

const parameters = {
  /** The trigger that fired: `UT…`. */
  UsageTriggerSid: sid('UT'),
  /** The account or subaccount whose usage was watched. Its auth token signs the request. */
  AccountSid: sid('AC'),
  /** When it fired, in UTC. */
  DateFired: optional(timestamp()),
  /** How often it starts anew; empty or absent for a trigger that fires once. */
  Recurring: optional(openEnum('daily', 'monthly', 'yearly', 'alltime')),
  /** What was counted, such as `sms`, `calls` or `totalprice`: one of the several hundred categories of usage records. */
  UsageCategory: optional(text()),
  /** Which figure of the category is compared: how many, how much, or what it cost. */
  TriggerBy: optional(openEnum('count', 'usage', 'price')),
  /** The value to reach, as a decimal number. Text, because it may be money. */
  TriggerValue: optional(text()),
  /** The value when it fired, as a decimal number. Text, because it may be money. */
  CurrentValue: optional(text()),
  /** Where the usage can be looked up: a path under `api.twilio.com`. */
  UsageRecordUri: optional(text()),
  /** Stays the same when Twilio reports one firing again. */
  IdempotencyToken: optional(text()),
};

/** Usage of a category reached the value that you set. */
export interface UsageTrigger extends PayloadOf<typeof parameters> {}

/** Sent to the callback URL of a usage trigger. Answer with any 2xx. */
export const UsageTrigger: PayloadSchema<UsageTrigger, 'account.usage_trigger', 'nothing'> = form({
  kind: 'account.usage_trigger',
  title: 'Usage trigger',
  expects: 'nothing',
  signs: [{ has: ['UsageTriggerSid'] }],
  parameters: [parameters],
});
