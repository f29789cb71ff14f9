import * as z from 'zod';
import { optional, sid, text } from '../../schema/fields.js';
import { jsonList } from '../../schema/json-fields.js';
import { lazyObject } from '../../schema/lazily.js';

/** A file of a message in a conversation. It lies with the Media Content Service, which wants the account's credentials. */
export interface ConversationsMedia {
  /** The file, to be fetched from the Media Content Service. */
  readonly Sid?: `ME${string}` | undefined;
  /** Its MIME type. */
  readonly ContentType?: string | undefined;
  /** The name that it had when it was sent. Expected as in the REST API; no recording shows it. */
  readonly Filename?: string | undefined;
  /** Its size in bytes. Expected as in the REST API; no recording shows it. */
  readonly Size?: number | undefined;
}

/** The content of `Media`. */
export const mediaList: z.ZodType<readonly ConversationsMedia[]> = /* @__PURE__ */ jsonList(
  /* @__PURE__ */ lazyObject<ConversationsMedia>(() =>
    z.looseObject({
      Sid: optional(sid('ME')),
      ContentType: optional(text()),
      Filename: optional(text()),
      Size: optional(z.number()),
    }),
  ),
);
