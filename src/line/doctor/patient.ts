import { type Delivery, signContent } from '../../delivery/delivery.js';
import { limitOf, makeHttpRequest } from '../../delivery/exchange.js';
import type { KindSchema } from '../../delivery/kind.js';
import { type HttpAnswer, HttpFailure, type Transport } from '../../delivery/transport.js';
import { type FixtureSchema, formFixture } from '../../fixtures/fixture.js';
import { makeIdempotencyToken } from '../../fixtures/substitute.js';
import { signRequest } from '../../signature/index.js';

/** A set-up that is looked at. */
export interface Patient {
  /** Where requests go. */
  readonly target: URL;
  /** The URL that Twilio is given, and signs. */
  readonly publicUrl: string;
  /** Where the application listens behind tunnel and proxy, if that is known. */
  readonly innerUrl?: string | undefined;
  readonly authToken: string;
  readonly schema: KindSchema;
  readonly transport: Transport;
  readonly signal: AbortSignal;
}

/** How a webhook differs from the right one. */
export interface Variation {
  /** The URL that is signed in place of the public one. */
  readonly signedUrl?: string;
  readonly authToken?: string;
  /** Parameters in place of the sample's own. */
  readonly overrides?: Readonly<Record<string, string>>;
  /** Signs the URL alone, as a server checks it that does not see the body. */
  readonly withoutBody?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
  /** Where it goes. @default the target */
  readonly target?: URL;
}

/** What came back. */
export type Answered = HttpAnswer | { readonly status: undefined; readonly failure: string; readonly durationMs: number };

/** Sends one webhook to a server. It throws nothing, and follows nothing. */
export async function sendWebhook(patient: Patient, variation: Variation = {}): Promise<Answered> {
  const { schema, transport, signal } = patient;
  const limitMs = limitOf(schema);
  const { target = patient.target, headers = {} } = variation;
  const limits = { connectMs: 5_000, readMs: limitMs, totalMs: limitMs };
  try {
    return await transport.send({ ...makeHttpRequest(makeVaried(patient, variation), target, limits, headers), signal });
  } catch (error) {
    if (!(error instanceof HttpFailure)) throw error;
    return { status: undefined, failure: error.message, durationMs: error.durationMs };
  }
}

/** The request says which public URL it is for, as tunnels do, and is signed for the one that is tried. */
function makeVaried({ publicUrl, authToken, schema }: Patient, variation: Variation): Delivery {
  const { overrides = {}, withoutBody = false, signedUrl = publicUrl } = variation;
  const content = { ...formFixture(schema as FixtureSchema, {}, { seed: 20_261 }), ...overrides };
  const signer = { authToken: variation.authToken ?? authToken };
  const delivery = signContent(content, { url: publicUrl, ...signer, idempotencyToken: makeIdempotencyToken(schema.kind, 20_261) });
  const signature = signRequest({ ...delivery, url: signedUrl, ...(withoutBody && { body: '' }) }, signer);
  return { ...delivery, headers: { ...delivery.headers, 'x-twilio-signature': signature } };
}

/** How a webhook says that it does not believe a request. */
export function isRefused({ status }: Answered): boolean {
  return status === 401 || status === 403 || status === 400;
}

/** Whether a request was let in. What is wrong after that is another matter. */
export function isTaken({ status }: Answered): boolean {
  return status !== undefined && status >= 200 && status < 300;
}
