import type * as z from 'zod';
import { decimal, integer, jsonText, optional, text } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import { jsonList, jsonObject, jsonRecord } from '../schema/json-fields.js';
import { makeSchema, type PayloadSchema } from '../schema/schema.js';
import { attachedFiles, MailObject, type SendgridFile } from './mail-object.js';

const envelope = {
  /** Whom the sending server named: the addresses that the mail was delivered to, those of blind copies too. */
  to: optional(jsonList(text())),
  /** Whom it named as the sender; empty for what is sent back. */
  from: optional(text()),
};

/** The envelope of a mail, which may say other things than its headers. */
export interface SendgridEnvelope extends PayloadOf<typeof envelope> {}

const attachment = {
  /** What the sender calls the file. */
  filename: optional(text()),
  /** The name in the header `Content-Type`. */
  name: optional(text()),
  /** Its MIME type. */
  type: optional(text()),
  /** By which the HTML shows it, where it does. */
  'content-id': optional(text()),
};

/** What a mail says of a file. */
export interface SendgridAttachment extends PayloadOf<typeof attachment> {}

const texts: z.ZodType<Readonly<Record<string, string>>> = jsonRecord(text());

const parameters = {
  /** The header `From`: a name and an address, of which anybody can say anything. Trust `SPF` and `dkim` more. */
  from: text(),
  /** The header `To`. */
  to: optional(text()),
  /** The header `Cc`; absent without one. */
  cc: optional(text()),
  /** The header `Subject`. */
  subject: optional(text()),
  /** The plain text; absent where there is none, and with `send_raw`. */
  text: optional(text()),
  /** The HTML; absent where there is none, and with `send_raw`. Make it harmless before you show it. */
  html: optional(text()),
  /** The envelope: whom the mail was in fact delivered to. */
  envelope: optional(jsonText(jsonObject<SendgridEnvelope>(envelope))),
  /** All headers as they came, in lines. */
  headers: optional(text()),
  /** How many files came with it. */
  attachments: optional(integer()),
  /** What the mail says of its files, by their field, such as `attachment1`. */
  'attachment-info': optional(jsonText(jsonRecord(jsonObject<SendgridAttachment>(attachment)))),
  /** The field of a file, by the id that the HTML shows it by. */
  'content-ids': optional(jsonText(texts)),
  /** The character sets that the mail had its parts in, by the name of the parameter. */
  charsets: optional(jsonText(texts)),
  /** Whether the signatures of the sender's domain are right, such as `{@example.com : pass}`. */
  dkim: optional(text()),
  /** Whether the sending server may send for the domain: `pass`, `fail`, `softfail`, `neutral`, `none` and so on. */
  SPF: optional(text()),
  /** The IP address of the server that sent it. */
  sender_ip: optional(text()),
  /** How much it looks like spam, the higher the more; with `spam_check` alone. */
  spam_score: optional(decimal()),
  /** Why, in lines; with `spam_check` alone. */
  spam_report: optional(text()),
  /** The whole mail as it came, in MIME; with `send_raw` alone. */
  email: optional(text()),
};

/** What came with a mail, beside its parameters. */
interface WithFiles {
  /** The files that came with it, in the order of their fields `attachment1`, `attachment2` and so on. */
  files: readonly SendgridFile[];
}

/** Somebody wrote an e-mail to a host name that SendGrid receives for you. */
export interface SendgridInboundParse extends PayloadOf<typeof parameters>, WithFiles {}

/**
 * Sent by SendGrid as a form with files, of up to 30 MB, to the URL of an Inbound Parse setting. It is signed only where a security policy with
 * a signature is attached to the setting: attach one, since `webhook` takes nothing else. Answer with any 2xx.
 */
export const SendgridInboundParse: PayloadSchema<SendgridInboundParse, 'sendgrid.inbound-parse', 'nothing'> = makeSchema(
  {
    kind: 'sendgrid.inbound-parse',
    title: 'SendGrid Inbound Parse',
    expects: 'nothing',
    methods: ['POST'],
    signedBy: 'sendgrid',
    signs: [{ has: ['sender_ip', 'envelope', 'charsets'] }, { has: ['SPF', 'envelope', 'charsets'] }],
    parameters: [parameters],
    lists: [attachedFiles],
  },
  'form',
  MailObject,
);
