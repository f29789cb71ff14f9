import type * as z from 'zod';
import { integer, openEnum, optional, text } from '../../schema/fields.js';
import type { PayloadOf } from '../../schema/form.js';
import { jsonNumber, jsonObject, jsonOrText, jsonRecord, jsonValue, nullable } from '../../schema/json-fields.js';

const requestParameters = {
  /** The URL that Twilio called. */
  url: optional(nullable(text())),
  /** The HTTP method that it called with. */
  method: optional(nullable(text())),
  /** The headers that it sent, by their names. */
  headers: optional(nullable(jsonRecord(jsonValue()))),
  /** The parameters that it sent, by their names: those of the webhook that failed. */
  parameters: optional(nullable(jsonRecord(jsonValue()))),
};

/** The request that Twilio made to you. */
export interface DebuggerWebhookRequest extends PayloadOf<typeof requestParameters> {}

const responseParameters = {
  /** The HTTP status of your answer; `null` when there was none. */
  status_code: optional(nullable(jsonOrText(jsonNumber(), integer()))),
  /** The headers of your answer, by their names. */
  headers: optional(nullable(jsonRecord(jsonValue()))),
  /** The body of your answer. */
  body: optional(nullable(text())),
};

/** What your server answered. */
export interface DebuggerWebhookResponse extends PayloadOf<typeof responseParameters> {}

const webhookParameters = {
  /** In which format the request and its answer are given. */
  type: optional(nullable(openEnum('application/json'))),
  /** What Twilio sent. */
  request: optional(nullable(jsonObject<DebuggerWebhookRequest>(requestParameters))),
  /** What it got. */
  response: optional(nullable(jsonObject<DebuggerWebhookResponse>(responseParameters))),
};

/** The webhook of yours that failed. */
export interface DebuggerWebhook extends PayloadOf<typeof webhookParameters> {}

const parameters = {
  /** The call, message or other thing that it happened to. */
  resource_sid: optional(nullable(text())),
  /** The service involved; a message's SID was recorded here too. */
  service_sid: optional(nullable(text())),
  /** Twilio's number of the error, such as `11200`: text, unlike in status callbacks. */
  error_code: optional(text()),
  /** Details, which differ from product to product: `Msg`, `ErrorCode` and `LogLevel` among them, in any spelling. */
  more_info: optional(nullable(jsonRecord(jsonValue()))),
  /** Both sides of the exchange, when a webhook of yours failed. */
  webhook: optional(nullable(jsonObject<DebuggerWebhook>(webhookParameters))),
};

/** What Twilio's debugger knows of an error or warning. Each product fills in what it has; any of it may be `null`. */
export interface DebuggerPayload extends PayloadOf<typeof parameters> {}

/** @internal */
export const debuggerPayload: z.ZodType<DebuggerPayload> = /* @__PURE__ */ jsonObject(parameters);
