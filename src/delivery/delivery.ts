import type * as z from 'zod';
import { type FixtureOptions, type FixtureSchema, formFixture, kindOf, type Overrides } from '../fixtures/fixture.js';
import { makeIdempotencyToken } from '../fixtures/substitute.js';
import { type FormParameters, writeForm } from '../request/forms.js';
import { bodySha256, type SignOptions, signatureHeaders } from '../signature/index.js';
import { DeliveryError } from './delivery-error.js';

/** How a webhook is delivered, and what signs it: `authToken`, or `sharedKey` in its place. */
export type SigningOptions = DeliveryTarget & SignOptions;

/** Where a webhook goes, and how. */
export interface DeliveryTarget {
  /** The public URL that Twilio would call, and that the signature covers. */
  readonly url: string;
  /** @default 'POST' */
  readonly method?: 'POST' | 'GET' | 'PUT' | undefined;
}

/** How a webhook is made and delivered. */
export type DeliveryOptions = FixtureOptions & SigningOptions & DeliveryFormat;

/** How the content of a webhook is written. */
export interface DeliveryFormat {
  /** Sends JSON with its hash in the URL instead of a form. @default true for the kinds that Twilio sends as JSON */
  readonly json?: boolean | undefined;
  /** What Twilio sends again with each retry of one webhook. @default a token that depends on the kind and the seed */
  readonly idempotencyToken?: string | undefined;
}

/** A webhook as it goes over the wire, whatever carries it. */
export interface Delivery {
  readonly method: string;
  /** The URL with what Twilio adds to it: the parameters of a GET, the hash of a JSON body. */
  readonly url: string;
  /** In lower case. */
  readonly headers: Record<string, string>;
  /** Empty for GET. */
  readonly body: string;
}

/** Makes the request that Twilio would send. */
export function makeDelivery<Schema extends FixtureSchema>(
  schema: Schema,
  overrides: Overrides<Schema> | undefined,
  options: DeliveryOptions,
): Delivery {
  checkSigner(schema);
  checkDeliveryOptions(options);
  return signContent(formFixture(schema, overrides, options), {
    ...options,
    json: options.json ?? isJson(schema),
    idempotencyToken: options.idempotencyToken ?? makeIdempotencyToken(kindOf(schema), options.seed ?? 0),
  });
}

/** Refuses options that were left out, or given in the place of the overrides. @throws TypeError */
export function checkDeliveryOptions(options: { readonly url: string }): void {
  if (typeof options?.url !== 'string')
    throw new TypeError('A request to sign takes a schema, overrides ({} for none) and options, the url among them as text');
}

/** Refuses what Twilio does not sign. @throws DeliveryError */
export function checkSigner(schema: { readonly signedBy?: 'sendgrid' }): void {
  if (schema?.signedBy === undefined) return;
  throw new DeliveryError(
    'DELIVERY_KIND',
    'SendGrid signs webhooks of this kind, with a private key and not with an auth token: signedEmailRequest of ringback/testing makes them.',
  );
}

/** What is to be sent, and how. */
type SigningPlan = SigningOptions & { readonly json?: boolean; readonly idempotencyToken: string };

/** Makes the request that carries these parameters. */
export function signContent(content: FormParameters, plan: SigningPlan): Delivery {
  const unsigned = placeContent(content, plan);
  return {
    ...unsigned,
    headers: {
      ...unsigned.headers,
      'i-twilio-idempotency-token': plan.idempotencyToken,
      'user-agent': 'TwilioProxy/1.1',
      'x-home-region': 'us1',
      ...signatureHeaders(unsigned, plan),
    },
  };
}

function placeContent(content: FormParameters, { url, method = 'POST', json = false }: SigningPlan): Delivery {
  const given = url.replace(/#.*$/, '');
  if (method === 'GET') return { method, url: appendQuery(given, writeForm(content)), headers: {}, body: '' };
  if (!json)
    return {
      method,
      url: given,
      headers: { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8' },
      body: writeForm(content),
    };
  const body = JSON.stringify(content);
  return { method, url: appendQuery(given, `bodySHA256=${bodySha256(body)}`), headers: { 'content-type': 'application/json' }, body };
}

function appendQuery(url: string, query: string): string {
  if (query === '') return url;
  return `${url}${url.includes('?') ? '&' : '?'}${query}`;
}

/** Whether Twilio sends the kind as JSON: the schema's definition says so. */
export function isJson(schema: z.ZodType): boolean {
  const def = schema._zod.def as { readonly wire?: string; readonly members?: readonly z.ZodType[] };
  const [first] = def.members ?? [];
  return first === undefined ? def.wire === 'json' : isJson(first);
}
