import { createRequire } from 'node:module';
import { join } from 'node:path';
import { LineError } from '../line-error.js';
import type { Credentials } from './credentials.js';

/** What a resource holds, by the names that Twilio's client gives its fields. */
export type Fields = Readonly<Record<string, unknown>>;

/** One resource. */
export interface Item {
  fetch(): Promise<Fields>;
  update(fields: Fields): Promise<unknown>;
}

/** All resources of a kind. */
export interface Items<One = Item> {
  (sid: string): One;
  list(filter: Fields): Promise<readonly Fields[]>;
}

/** The part that is used of Twilio's client for Node. */
export interface TwilioClient {
  readonly incomingPhoneNumbers: Items;
  readonly applications: Items;
  readonly sip: { readonly domains: Items };
  readonly messaging: {
    readonly v1: { readonly services: Items<Item & { readonly phoneNumbers: Items }> };
    readonly v2: { readonly channelsSenders: Items };
  };
}

type MakeClient = (user: string, secret: string, options: Fields) => TwilioClient;

/** Makes a client of an account. */
export type Connect = (credentials: Credentials) => TwilioClient;

/**
 * Loads Twilio's client out of the project at hand, else from beside this package: it is an optional peer.
 *
 * @param folder - That of the project.
 * @throws LineError when it is not installed.
 */
export function loadTwilio(folder: string): Connect {
  const makeClient = requireFrom<MakeClient>([join(folder, 'package.json'), import.meta.url], 'twilio');
  if (makeClient === undefined) {
    throw new LineError('LINE_ACCOUNT', 'Twilio’s client is not installed, which sets the URLs: npm install --save-dev twilio');
  }
  return ({ user, secret, accountSid, region }) => makeClient(user, secret, { accountSid, ...(region !== undefined && { region }) });
}

/** Loads a package that may not be there, from the first of some places that has it. */
export function requireFrom<Exports>(places: readonly string[], name: string): Exports | undefined {
  for (const place of places) {
    const load = createRequire(place);
    let file: string;
    try {
      file = load.resolve(name);
    } catch {
      continue;
    }
    return load(file) as Exports;
  }
  return undefined;
}

/** Runs a request to Twilio, and says in a line why it was refused. No secret is in what its client tells. */
export async function ask<Answer>(what: string, request: () => Promise<Answer>): Promise<Answer> {
  try {
    return await request();
  } catch (error) {
    const { status, code, message } = error as { readonly status?: unknown; readonly code?: unknown; readonly message?: unknown };
    const refusal = status === 401 ? 'the credentials are refused' : String(message);
    const number = typeof code === 'number' ? ` (${code})` : '';
    throw new LineError('LINE_ACCOUNT', `Twilio cannot ${what}: ${refusal}${number}`, { cause: error });
  }
}

/** Whether Twilio said that there is no such resource. */
export function isMissing(error: unknown): boolean {
  const { cause } = error as { readonly cause?: { readonly status?: unknown } };
  return error instanceof LineError && cause?.status === 404;
}
