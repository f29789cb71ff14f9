import { type FixtureOptions, formFixture } from '../fixtures/fixture.js';
import { makeIdempotencyToken } from '../fixtures/substitute.js';
import type { FormParameters } from '../request/forms.js';
import type { SharedKey, SignOptions } from '../signature/index.js';
import { SETTINGS_HEADER } from '../signature/signature-settings.js';
import { checkSigner, type Delivery, isJson, signContent } from './delivery.js';
import type { Outgoing } from './exchange.js';
import { type KindSchema, kindSchema } from './kind.js';
import type { Route } from './route.js';
import { type Tampering, tamperDelivery } from './tamper.js';

/** Everything that makes a signed webhook. */
export interface Ingredients {
  readonly schema: KindSchema;
  /** The parameters of a form, or what a JSON body holds. */
  readonly content: FormParameters;
  readonly route: Route;
  readonly seed: number;
  readonly authToken: string;
  /** Signs in place of the auth token. */
  readonly sharedKey?: SharedKey | undefined;
  readonly method?: 'GET' | 'POST' | 'PUT' | undefined;
  /** What retries have in common. @default by the kind and the seed */
  readonly idempotencyToken?: string | undefined;
}

/** Makes a webhook ready to be sent. */
export function makeOutgoing(ingredients: Ingredients): Outgoing {
  const { schema, content, route } = ingredients;
  return {
    schema,
    parameters: content,
    route,
    sign: (url, method) =>
      method === undefined
        ? sign(ingredients, { ...ingredients, url })
        : sign({ ...ingredients, content: continueWith(schema, content, ingredients.seed), method }, { ...ingredients, url }),
  };
}

/** Makes a webhook that is broken on purpose. */
export function makeTampered(ingredients: Ingredients, how: Tampering): Outgoing {
  const { schema, content, route, authToken, sharedKey } = ingredients;
  return {
    schema,
    parameters: content,
    route,
    sign: (url) => tamperDelivery((changed) => sign(ingredients, changed), { url, authToken, sharedKey }, how),
  };
}

/** @param signing - The URL and who signs it, which are not those of the ingredients where a request is broken on purpose. */
function sign(ingredients: Ingredients, signing: { readonly url: string } & SignOptions): Delivery {
  const { schema, content, seed, method = usualMethod(schema) } = ingredients;
  checkSigner(schema);
  const { url, authToken, sharedKey } = signing;
  const idempotencyToken = ingredients.idempotencyToken ?? makeIdempotencyToken(schema.kind, seed);
  const signer = { authToken, sharedKey } as SignOptions;
  const delivery = signContent(content, { url, ...signer, method, json: isJson(schema), idempotencyToken });
  if (schema.unsigned !== true) return delivery;
  const { 'x-twilio-signature': _, [SETTINGS_HEADER]: __, ...headers } = delivery.headers;
  return { ...delivery, headers };
}

function usualMethod({ methods }: KindSchema): 'GET' | 'POST' | 'PUT' {
  return methods.includes('POST') ? 'POST' : (methods[0] ?? 'POST');
}

/** What the next request about the same call or message says, before what is new in it. */
export function continueWith(schema: KindSchema, content: FormParameters, seed: number): FormParameters {
  const isMessage = schema.kind.startsWith('messaging.');
  if (!isMessage && !schema.kind.startsWith('voice.')) return {};
  return carryOver(kindSchema(isMessage ? 'messaging.twiml.redirect' : 'voice.redirect'), content, { seed });
}

/** A fixture about the call or message of an earlier webhook: what both have is the earlier one's, but for how far the call is. */
export function carryOver(schema: KindSchema, earlier: FormParameters, options: Pick<FixtureOptions, 'seed' | 'variant'>): FormParameters {
  const next = formFixture(schema, {}, options);
  const carried = Object.entries(next).map(([name, value]) => {
    const isCarried = name !== 'CallStatus' && Object.hasOwn(earlier, name);
    return [name, isCarried ? (earlier[name] as string) : value] as const;
  });
  return Object.fromEntries(carried);
}
