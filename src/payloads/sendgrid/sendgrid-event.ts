import type * as z from 'zod';
import { integer, openEnum, optional, text } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import { epochSeconds, jsonBoolean, jsonList, jsonNumber, jsonObject, jsonOrText } from '../schema/json-fields.js';
import { lazyUnion } from '../schema/lazily.js';
import { listedObject } from '../schema/listed-object.js';
import { makeSchema, type PayloadSchema } from '../schema/schema.js';

const offset = {
  /** Which link of the message it was, from 0. */
  index: optional(jsonNumber()),
  /** In which of its parts. */
  type: optional(openEnum('html', 'text')),
};

/** Where in a message a link stands. */
export interface SendgridUrlOffset extends PayloadOf<typeof offset> {}

const pool = {
  /** What it is called. */
  name: optional(text()),
  /** Its number. */
  id: optional(jsonNumber()),
};

/** A pool of IP addresses. */
export interface SendgridPool extends PayloadOf<typeof pool> {}

const newsletter = {
  /** Which mailing it belongs to. */
  newsletter_id: optional(text()),
  /** Its dispatch. */
  newsletter_send_id: optional(text()),
  /** The list of recipients. */
  newsletter_user_list_id: optional(text()),
};

/** A newsletter of the legacy kind. */
export interface SendgridNewsletter extends PayloadOf<typeof newsletter> {}

const textOrTexts: z.ZodType<string | readonly string[]> = /* @__PURE__ */ lazyUnion<string | readonly string[]>(() => [
  text(),
  jsonList(text()),
]);

const parameters = {
  /** What happened to the message, what its recipient did, or that your account was suspended or restored. */
  event: openEnum(
    'processed',
    'deferred',
    'delivered',
    'bounce',
    'dropped',
    'open',
    'click',
    'spamreport',
    'unsubscribe',
    'group_unsubscribe',
    'group_resubscribe',
    'account_status_change',
  ),
  /** Identifies the event: SendGrid may send one several times, so remember it. */
  sg_event_id: optional(text()),
  /** When it happened. */
  timestamp: optional(epochSeconds()),
  /** The recipient; absent of `account_status_change`. */
  email: optional(text()),
  /** The message, by SendGrid's own id. */
  sg_message_id: optional(text()),
  /** The message, by the header `Message-ID` that SendGrid gave it; not in all events. */
  'smtp-id': optional(text()),
  /** The categories that you gave the message: one as text, or several. */
  category: optional(textOrTexts),
  /** What the receiving server answered: `delivered`, `deferred`. */
  response: optional(text()),
  /** How many times delivery was tried: `deferred`. A number, or the text of one. */
  attempt: optional(jsonOrText(jsonNumber(), integer())),
  /** The domain that the message goes to: `deferred`. */
  domain: optional(text()),
  /** Who sent the message: `deferred`. */
  from: optional(text()),
  /** Why the message did not arrive, in words: `bounce`, `dropped`. */
  reason: optional(text()),
  /** Why it did not arrive, as an enhanced status code such as `5.1.1`: `bounce`, `dropped`. */
  status: optional(text()),
  /** Of a `bounce`, whether it is for good or the server was unwilling; of `account_status_change`, what became of the account. */
  type: optional(openEnum('bounce', 'blocked', 'compliance_suspend')),
  /** What sort of failure it is, such as `Invalid Address`: `bounce`, `deferred`. */
  bounce_classification: optional(text()),
  /** Whether it went out encrypted, 1 for yes: `delivered`. From memory of the reference. */
  tls: optional(jsonNumber()),
  /** Where the browser, or the sending server, is: `open`, `click`, `delivered` and the events of groups. */
  ip: optional(text()),
  /** What opened the message or followed the link: `open`, `click` and the events of groups. */
  useragent: optional(text()),
  /** Whether a machine opened the message and not a person, as far as SendGrid can tell: `open`. */
  sg_machine_open: optional(jsonBoolean()),
  /** The link that was followed: `click`, and the events of groups. */
  url: optional(text()),
  /** Where in the message that link stands: `click`. */
  url_offset: optional(jsonObject<SendgridUrlOffset>(offset)),
  /** The unsubscribe group: its own events, and those of messages that belong to one. */
  asm_group_id: optional(jsonNumber()),
  /** The pool of IP addresses that the message goes out from: `processed`, where it belongs to one. */
  pool: optional(jsonObject<SendgridPool>(pool)),
  /** The marketing campaign; absent of other messages. */
  marketing_campaign_id: optional(jsonNumber()),
  /** What the campaign is called. */
  marketing_campaign_name: optional(text()),
  /** Which of the messages that the campaign tries out, such as `B`. */
  marketing_campaign_version: optional(text()),
  /** The trial that the message belongs to. */
  marketing_campaign_split_id: optional(jsonNumber()),
  /** The newsletter; of messages of the legacy kind alone. */
  newsletter: optional(jsonObject<SendgridNewsletter>(newsletter)),
};

/**
 * Something happened to a message that SendGrid sends for you, or to your account: `event` tells what, and decides what else is there. The
 * unique arguments that you gave the message stand beside it under your own names: `extend` types them, `uniqueArguments` lists them.
 */
export interface SendgridEvent extends PayloadOf<typeof parameters> {}

const EventObject = listedObject('event', 'SendgridEvents');

/** Sent by SendGrid to the URL of an event webhook, in a list: `SendgridEvents` reads all of it. Answer with any 2xx. */
export const SendgridEvent: PayloadSchema<SendgridEvent, 'sendgrid.event', 'nothing'> = makeSchema(
  {
    kind: 'sendgrid.event',
    title: 'SendGrid event',
    expects: 'nothing',
    methods: ['POST'],
    signedBy: 'sendgrid',
    signs: [{ has: ['sg_event_id', 'event'] }],
    parameters: [parameters],
  },
  'json',
  EventObject,
);
