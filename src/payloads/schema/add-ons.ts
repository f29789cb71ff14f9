import * as z from 'zod';
import { lazyObject } from './lazily.js';

/** What Marketplace add-ons found out about a call, a message or a recording. */
export interface AddOns {
  /** `successful`, or `failed` when no add-on ran; one that failed says so in its own result. */
  readonly status?: string | null | undefined;
  /** Why none ran. */
  readonly message?: string | null | undefined;
  /** Twilio's error number, when none ran. */
  readonly code?: number | null | undefined;
  /** What each add-on found, by its unique name, such as `twilio_caller_name`. */
  readonly results?: Readonly<Record<string, AddOnResult>> | null | undefined;
}

/** What one add-on found out. */
export interface AddOnResult {
  /** `successful` or `failed`. */
  readonly status?: string | null | undefined;
  /** Why it failed. */
  readonly message?: string | null | undefined;
  /** Twilio's error number, when it failed. */
  readonly code?: number | null | undefined;
  /** The request to the add-on, `XR…`. */
  readonly request_sid?: string | null | undefined;
  /** What it found, in the add-on's own form: of calls and messages. */
  readonly result?: unknown;
  /** Where what it found can be fetched: of recordings. */
  readonly payload?: readonly AddOnPayload[] | null | undefined;
  /** Addresses of related resources, by name. */
  readonly links?: Readonly<Record<string, string>> | null | undefined;
}

/** A document that an add-on made of a recording. */
export interface AddOnPayload {
  /** Its MIME type, such as `application/json`. */
  readonly content_type?: string | null | undefined;
  /** Where it is, under `api.twilio.com`; it asks for the account's credentials. */
  readonly url?: string | null | undefined;
}

// @__NO_SIDE_EFFECTS__
function makeAddOns() {
  const outcome = { status: z.string().nullish(), message: z.string().nullish(), code: z.number().nullish() };
  const payload = z.looseObject({ content_type: z.string().nullish(), url: z.string().nullish() });
  const result = z.looseObject({
    ...outcome,
    request_sid: z.string().nullish(),
    payload: z.array(payload).nullish(),
    links: z.record(z.string(), z.string()).nullish(),
  });
  return z.looseObject({ ...outcome, results: z.record(z.string(), result).nullish() });
}

/** The JSON of the parameter `AddOns`. */
export const addOns: z.ZodType<AddOns> = /* @__PURE__ */ lazyObject(makeAddOns);
