import { homedir } from 'node:os';
import { findCredentials } from '../../line/account/credentials.js';
import { loadTwilio } from '../../line/account/twilio-client.js';
import { makeBasicAuth } from '../../line/basic-auth.js';
import { makeMark } from '../../line/mark.js';
import { type Line, type LineEvent, type LineOptions, openLine } from '../../line/open-line.js';
import { givenTunnel } from '../../line/tunnels/given.js';
import { openTunnel } from '../../line/tunnels/open-tunnel.js';
import type { CommandContext } from '../context.js';
import { openFolder } from '../record/folder.js';
import type { ProxiedRequest } from '../record/kept-webhook.js';
import { startLineServer } from './line-server.js';
import { Inspector, type LineSocket, type LineWebhook } from './line-webhook.js';

/** How a line is opened from the command line. */
export interface StartLineOptions {
  /** Numbers, senders, domains or SIDs. */
  readonly wanted: readonly string[];
  /** Where the application listens, which may change while the line is open. */
  readonly readTarget: () => URL;
  readonly paths: LineOptions['paths'];
  /** The kind of tunnel. @default the first that there is */
  readonly tunnel?: string | undefined;
  /** The URL of one that is open already. */
  readonly tunnelUrl?: string | undefined;
  /** Where the line listens. @default 8080 for a tunnel that is open already, else any that is free */
  readonly port?: number | undefined;
  readonly basicAuth?: string | true | undefined;
  readonly yes?: boolean | undefined;
  /** Where webhooks are kept; nowhere when left out. */
  readonly out?: string | undefined;
  /** Keeps what belongs to people too. */
  readonly keep?: boolean | undefined;
  readonly maxBytes: number;
}

/** Who hears what happens on a line. */
export interface LineListener {
  readonly onEvent: (event: LineEvent) => void;
  readonly onWebhook: (webhook: LineWebhook, proxied: ProxiedRequest) => void;
  readonly onSocket: (socket: LineSocket) => void;
  readonly onFault: (message: string) => void;
}

/** What of the outside world a line needs. */
export type LineSurroundings = Pick<CommandContext, 'env' | 'signal'> & {
  /** The folder of the project. @default the current one */
  readonly folder?: string | undefined;
};

/** A line that is open, and what it was opened with. */
export interface StartedLine extends Omit<Line, 'close'> {
  /** Whether webhooks are verified: an API key does not tell the auth token. */
  readonly isVerifying: boolean;
  /** `name:password` of the URLs, where they have them. */
  readonly credentials: string | undefined;
  /** Where the credentials of the account are from. */
  readonly source: string;
  /** Puts the old URLs back and ends everything. */
  close(): Promise<void>;
}

/** Opens a line: the server between tunnel and application, the tunnel, and the URLs at Twilio. Everything ends when one of them fails. */
export async function startLine(options: StartLineOptions, surroundings: LineSurroundings, listener: LineListener): Promise<StartedLine> {
  const { env, signal, folder = process.cwd() } = surroundings;
  const account = await findCredentials(env, env.HOME ?? homedir());
  const client = loadTwilio(folder)(account);
  const basicAuth = options.basicAuth === undefined ? undefined : makeBasicAuth(options.basicAuth);
  const given = options.tunnelUrl === undefined ? undefined : givenTunnel(options.tunnelUrl);
  const mark = makeMark();
  const saving = new Set<Promise<void>>();
  const save = await makeSaver(options, account.authToken, listener);
  let origin = given?.origin;
  const server = await startLineServer({
    ...{
      readTarget: options.readTarget,
      mark,
      basicAuth,
      maxBytes: options.maxBytes,
      port: options.port ?? (given === undefined ? 0 : 8080),
    },
    publicOrigin: () => origin,
    onWebhook: async (proxied) => {
      const saved = save.webhook(proxied);
      saving.add(saved);
      await saved.finally(() => saving.delete(saved));
    },
    onSocket: (upgrade) => listener.onSocket(save.inspector.inspectSocket(upgrade)),
    onFault: listener.onFault,
  });
  const { port } = server;
  try {
    const line = await openLine({
      ...{ wanted: options.wanted, project: folder, accountSid: account.accountSid, client, mark, port, signal },
      ...{ paths: options.paths, credentials: basicAuth?.credentials, yes: options.yes },
      openTunnel: async () => {
        const tunnel = given ?? (await openTunnel(options.tunnel, { port, folder, env, signal }));
        origin = tunnel.origin;
        return tunnel;
      },
      tell: listener.onEvent,
    });
    return {
      ...{ origin: line.origin, changes: line.changes, ended: line.ended },
      ...{ isVerifying: account.authToken !== undefined, credentials: basicAuth?.credentials, source: account.source },
      async close() {
        // What is under way is still answered while the old URLs are put back.
        await line.close().finally(() => server.close());
        await Promise.allSettled(saving);
      },
    };
  } catch (error) {
    await server.close();
    throw error;
  }
}

async function makeSaver(
  { out, keep }: StartLineOptions,
  authToken: string | undefined,
  { onWebhook }: LineListener,
): Promise<{ readonly inspector: Inspector; readonly webhook: (proxied: ProxiedRequest) => Promise<void> }> {
  const inspector = new Inspector(authToken, { keep });
  const folder = out === undefined ? undefined : await openFolder(out);
  return {
    inspector,
    async webhook(proxied) {
      const { webhook, kept } = inspector.inspect(proxied);
      // What the account did not sign is no traffic of Twilio's, and nothing to test with.
      const file = webhook.signed === 'no' ? undefined : await folder?.save(kept);
      onWebhook({ ...webhook, file }, proxied);
    },
  };
}
