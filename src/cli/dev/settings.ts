import { randomUUID } from 'node:crypto';
import { completeLocalUrl, readTarget } from '../../delivery/loopback.js';
import type { DevConfig, DevPhone } from '../../emulator/define-config.js';
import type { NumberSettings } from '../../emulator/numbers.js';
import type { EmulatorOptions } from '../../emulator/options.js';
import { TEST_AUTH_TOKEN } from '../../fixtures/test-auth-token.js';
import { type CommandContext, UsageError } from '../context.js';
import type { Account } from './project-folder.js';
import { listUnknownOptions } from './unknown-options.js';

/** The options of `ringback dev`. */
export interface DevFlags {
  readonly app?: string;
  readonly voice?: string;
  readonly sms?: string;
  readonly status?: string;
  readonly number: readonly string[];
  readonly config?: string;
  readonly publicUrl?: string;
  readonly port?: number;
  readonly host: string;
  readonly open: boolean;
  readonly session?: string;
  readonly proxy?: true;
  readonly allowRemote?: true;
  /** What real calls and messages come to. */
  readonly line?: readonly string[];
  readonly tunnel?: string;
  readonly tunnelUrl?: string;
  readonly linePort?: number;
  readonly basicAuth?: string | true;
  readonly yes?: true;
}

/** What there is to run, with all that was said and all that was left out. */
export interface DevSettings {
  readonly options: EmulatorOptions;
  readonly account: Account;
  /** Where the account is from, in words. */
  readonly accountSource: string;
  /** Where the application is, or is thought to be. */
  readonly app: string;
  /** Whether somebody said so. */
  readonly isAppGiven: boolean;
  readonly phones: Readonly<Record<string, DevPhone>>;
  readonly warnings: readonly string[];
  /** Whether real calls come too, so that the application talks to Twilio itself. */
  readonly isOnLine: boolean;
}

/** A number of no one. */
const DEFAULT_NUMBER = '+12015550123';

const DEFAULT_PHONES: Readonly<Record<string, DevPhone>> = {
  '+14155550100': { name: 'Ada', answersAfter: false },
  '+14155550199': { name: 'Grace', answersAfter: false },
};

const DEFAULT_KEEP = 50_000;

const ON_LINE =
  'With --line the application asks Twilio itself, with the account of the environment: what it sends is sent, and costs what it costs.';

/** Puts together what the command line, the configuration and the environment say. @throws UsageError when it cannot be. */
export function readDevSettings(
  flags: DevFlags,
  config: DevConfig,
  env: CommandContext['env'],
  project: Account,
  past: { readonly app: string; readonly numbers: Readonly<Record<string, NumberSettings>> } | undefined,
): DevSettings {
  const given = flags.app ?? config.app ?? past?.app;
  const allowRemote = flags.allowRemote ?? config.allowRemote;
  const app = readTarget(given ?? `http://localhost:${env.PORT || 3000}`, { allowRemote }).href.replace(/\/$/, '');
  const { phones = DEFAULT_PHONES, port: _, app: __, ...others } = config;
  const { account, source, warnings } = findAccount(config, env, project);
  return {
    account,
    accountSource: source,
    app,
    isAppGiven: given !== undefined,
    phones,
    warnings: [...listUnknownOptions(config), ...(flags.line === undefined ? warnings : [ON_LINE]), ...warnOfHost(flags.host)],
    isOnLine: flags.line !== undefined,
    options: {
      // Whoever is called at a number that was not set up rings too, and is answered by hand.
      strangers: () => ({ answersAfter: false }),
      keep: DEFAULT_KEEP,
      // What a session file shows must not have the SIDs of what happens now.
      seed: randomUUID(),
      ...others,
      ...account,
      app: { url: app },
      publicUrl: flags.publicUrl ?? config.publicUrl,
      numbers: readNumbers(flags, config, env, past?.numbers),
      allowRemote,
      clock: 'steered',
      strict: false,
    },
  };
}

/** The environment's, where it has one: then the application has it too. */
function findAccount(
  config: DevConfig,
  env: CommandContext['env'],
  project: Account,
): { readonly account: Account; readonly source: string; readonly warnings: readonly string[] } {
  const accountSid = config.accountSid ?? (env.TWILIO_ACCOUNT_SID || undefined) ?? project.accountSid;
  const authToken = config.authToken ?? (env.TWILIO_AUTH_TOKEN || undefined) ?? project.authToken;
  const account = { accountSid, authToken };
  if (authToken === project.authToken) return { account, source: 'made for this project, in .ringback/account.json', warnings: [] };
  const source = config.authToken === undefined ? 'of the environment' : 'of the configuration';
  // The token of the documentation is everybody's.
  if (authToken === TEST_AUTH_TOKEN) return { account, source, warnings: [] };
  const warnings = [
    `The auth token ${source} may be a real one. It signs webhooks on this machine, nothing is sent to Twilio, and no session file holds it.`,
  ];
  return { account, source, warnings };
}

function warnOfHost(host: string): readonly string[] {
  if (/^(?:127\.|localhost$|::1$)/.test(host)) return [];
  return [
    `Whoever reaches ${host} on your network reaches the emulator. The address with the token lets them see and do all that you can.`,
  ];
}

function readNumbers(
  { number, voice, sms, status }: DevFlags,
  { numbers }: DevConfig,
  env: CommandContext['env'],
  past: Readonly<Record<string, NumberSettings>> | undefined,
): Readonly<Record<string, NumberSettings>> {
  const known = Object.entries(numbers ?? past ?? {}).map(
    ([address, settings]) => [address, typeof settings === 'string' ? { voiceUrl: settings, smsUrl: settings } : settings] as const,
  );
  const added = number.map((text) => [readNumber(text), {}] as const);
  const all = [...known, ...added];
  const list = all.length > 0 ? all : [[env.TWILIO_PHONE_NUMBER || DEFAULT_NUMBER, {}] as const];
  const changes = {
    ...(voice !== undefined && { voiceUrl: completeLocalUrl(voice) }),
    ...(sms !== undefined && { smsUrl: completeLocalUrl(sms) }),
    ...(status !== undefined && { statusCallback: completeLocalUrl(status) }),
  };
  // What is said of all numbers is meant for those that nothing else is said of; of one alone, for that one.
  return Object.fromEntries(
    list.map(([address, settings]) => {
      const isBare = Object.keys(settings).length === 0;
      return [
        address,
        isBare ? { voiceUrl: '/voice', smsUrl: '/sms', ...changes } : list.length === 1 ? { ...settings, ...changes } : settings,
      ];
    }),
  );
}

/** E.164, a short code, or the address of a channel. */
function readNumber(text: string): string {
  if (/^(?:\+[1-9]\d{6,14}|\d{3,8}|(?:whatsapp|rcs|messenger):\S+)$/.test(text)) return text;
  throw new UsageError(
    `--number takes a number such as +12015550123, or an address such as whatsapp:+12015550123; got ${JSON.stringify(text)}`,
  );
}
