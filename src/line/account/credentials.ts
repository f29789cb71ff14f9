import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LineError } from '../line-error.js';

/** What lets somebody in at Twilio's REST API. */
export interface Credentials {
  readonly accountSid: string;
  /** The SID of an API key, or that of the account. */
  readonly user: string;
  readonly secret: string;
  /** What signs the account's webhooks; an API key does not tell it. */
  readonly authToken?: string | undefined;
  readonly region?: string | undefined;
  /** Where they are from, in words. */
  readonly source: string;
}

/** Variables of the environment. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Finds the credentials: those of the environment, else those of the active profile of Twilio's own command line. Both have the names that
 * Twilio's programs read: https://www.twilio.com/docs/twilio-cli/general-usage/profiles
 *
 * @param home - The folder in which `.twilio-cli/config.json` is.
 * @throws LineError when there are none.
 */
export async function findCredentials(env: Environment, home: string): Promise<Credentials> {
  const found = readEnvironment(env) ?? (await readProfile(env, home));
  if (found !== undefined) return found;
  throw new LineError(
    'LINE_ACCOUNT',
    'There are no credentials of an account: set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN (or TWILIO_API_KEY and TWILIO_API_SECRET), or run `twilio login`.',
  );
}

function readEnvironment(env: Environment): Credentials | undefined {
  const { TWILIO_ACCOUNT_SID: accountSid, TWILIO_API_KEY: key, TWILIO_API_SECRET: keySecret, TWILIO_REGION: region } = env;
  const authToken = env.TWILIO_AUTH_TOKEN || undefined;
  if (!accountSid) return undefined;
  const common = { accountSid, authToken, region: region || undefined, source: 'the environment' };
  if (key && keySecret) return { ...common, user: key, secret: keySecret };
  return authToken === undefined ? undefined : { ...common, user: accountSid, secret: authToken };
}

interface Profile {
  readonly id?: unknown;
  readonly accountSid?: unknown;
  readonly apiKey?: unknown;
  readonly apiSecret?: unknown;
  readonly region?: unknown;
}

interface ProfileFile {
  readonly activeProject?: unknown;
  readonly profiles?: Readonly<Record<string, Profile>>;
}

/** Old versions kept the secrets in the keychain of the system and the rest under `projects`: of those nothing can be read here. */
async function readProfile(env: Environment, home: string): Promise<Credentials | undefined> {
  const file = await readJson(join(home, '.twilio-cli', 'config.json'));
  const wanted = env.TWILIO_PROFILE || (typeof file?.activeProject === 'string' ? file.activeProject : 'default');
  const profiles = file?.profiles ?? {};
  const profile = Object.hasOwn(profiles, wanted) ? profiles[wanted] : undefined;
  const { accountSid, apiKey, apiSecret, region } = profile ?? {};
  if (typeof accountSid !== 'string' || typeof apiKey !== 'string' || typeof apiSecret !== 'string') return undefined;
  return {
    ...{ accountSid, user: apiKey, secret: apiSecret, source: `the profile ${wanted} of the twilio command` },
    ...{ authToken: env.TWILIO_AUTH_TOKEN || undefined, region: typeof region === 'string' ? region : undefined },
  };
}

async function readJson(path: string): Promise<ProfileFile | undefined> {
  try {
    const json: unknown = JSON.parse(await readFile(path, 'utf8'));
    return typeof json === 'object' && json !== null ? json : undefined;
  } catch {
    return undefined;
  }
}
