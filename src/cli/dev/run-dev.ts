import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { makeToken } from '../../emulator/control/access.js';
import { makeEmulator } from '../../emulator/create-emulator.js';
import type { DevPhone } from '../../emulator/define-config.js';
import type { Session } from '../../emulator/session/format.js';
import { readSession } from '../../emulator/session/read.js';
import { restoreSession } from '../../emulator/session/restore.js';
import { WorldKeeper } from '../../emulator/world-keeper.js';
import { type CommandContext, UsageError } from '../context.js';
import { Application } from './application.js';
import { openDevLine } from './dev-line.js';
import { loadConfig } from './load-config.js';
import { NO_PAGES } from './load-pages.js';
import { openBrowser } from './open-browser.js';
import { openAccount, openProjectFolder } from './project-folder.js';
import { SessionWriter } from './session-writer.js';
import { type DevFlags, readDevSettings } from './settings.js';
import { DevTerminal } from './terminal.js';

/** Where the emulator listens, unless something else does. */
const USUAL_PORT = 4080;

/** How long a command may take until somebody is told that it listens nowhere. */
const PATIENCE_MS = 15_000;

/**
 * Runs an emulator with its console, and a command under it.
 *
 * @returns The exit code: that of the command.
 */
export async function runDev(flags: DevFlags, command: readonly string[], context: CommandContext): Promise<number> {
  const cwd = process.cwd();
  const config = await loadConfig(flags.config, cwd);
  const folder = await openProjectFolder(cwd);
  const past = flags.session === undefined ? undefined : await openSession(flags.session);
  const settings = readDevSettings(flags, config, context.env, await openAccount(folder), past?.settings);
  const keeper = makeKeeper(settings.options);
  const emulator = makeEmulator(keeper);
  const terminal = new DevTerminal(context);
  const names = new Map<string, string>();
  const application = new Application(keeper, settings, command, context.env, terminal);
  const token = makeToken();
  const stops: (() => unknown)[] = [() => emulator.close()];
  try {
    setUpPhones(keeper, settings.phones, names);
    if (past !== undefined) restoreSession(keeper.world, past);
    const writer = new SessionWriter(keeper, {
      folder: join(folder, 'sessions'),
      version: context.version,
      readApp: () => application.url,
      secrets: [token, application.ports.key],
    });
    stops.push(() => writer.close());
    keeper.on((notice) => {
      if (notice.type === 'reset') setUpPhones(keeper, settings.phones, names);
      if (notice.type === 'event') terminal.follow(notice.event, keeper.world);
    });
    const { url } = await listen(emulator, flags.port ?? config.port, {
      host: flags.host,
      token,
      control: {
        names,
        version: context.version,
        command: `ringback dev -- ${command.length === 0 ? 'npm run dev' : command.join(' ')}`,
        readMeanings: context.readMeanings,
        pages: (await context.readPages?.()) ?? NO_PAGES,
        ports: { key: application.ports.key, hear: (report) => application.ports.hear(report) },
        describeApplication: () => ({
          ...application.state,
          session: relative(cwd, writer.file),
          ...(flags.session !== undefined && { shows: flags.session }),
        }),
      },
    });
    const address = `${url}/?token=${token}`;
    terminal.open({
      url: address,
      numbers: [...keeper.world.directory.numbers].map(
        ([number, { voiceUrl = 'none', smsUrl = 'none' }]) => `${number}, calls ${voiceUrl}, texts ${smsUrl}`,
      ),
      application: application.describe(),
      account: `${settings.account.accountSid}, ${settings.accountSource}`,
      session: relative(cwd, writer.file),
      warnings: settings.warnings,
    });
    const variables = flags.proxy === true ? await openProxy({ url, hasCommand: command.length > 0 }, flags, context, stops) : {};
    if (flags.open && context.openTerminal !== undefined && !context.env.CI) openBrowser(address);
    const broken = new AbortController();
    const signal = AbortSignal.any([context.signal, broken.signal]);
    if (flags.line !== undefined) {
      const parts = { folder, keeper, terminal, readApp: () => application.url };
      const line = openDevLine(flags, parts, { env: context.env, signal });
      stops.push(() => line.close());
      line.failed.catch((error: unknown) => broken.abort(error));
      context.onCrash?.((error) => broken.abort(error));
    }
    if (command.length === 0) {
      if (!signal.aborted) await once(signal, 'abort');
      broken.signal.throwIfAborted();
      return 0;
    }
    const complaint = setTimeout(() => application.complain(), PATIENCE_MS);
    stops.push(() => clearTimeout(complaint));
    const code = await application.run(url, { env: context.env, signal }, variables);
    if (!context.signal.aborted) broken.signal.throwIfAborted();
    return code;
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}

function makeKeeper(options: ConstructorParameters<typeof WorldKeeper>[0]): WorldKeeper {
  try {
    return new WorldKeeper(options);
  } catch (error) {
    // Options of an emulator that cannot be are those of the command line or the configuration.
    if (error instanceof TypeError) throw new UsageError(error.message);
    throw error;
  }
}

async function openSession(file: string): Promise<Session> {
  try {
    return readSession(await readFile(file, 'utf8'));
  } catch (error) {
    throw new UsageError(`${file}: ${(error as Error).message}`);
  }
}

function setUpPhones({ world }: WorldKeeper, phones: Readonly<Record<string, DevPhone>>, names: Map<string, string>): void {
  for (const [address, { name, delivery, ...person }] of Object.entries(phones)) {
    const phone = world.phone(address, person);
    if (delivery !== undefined) phone.delivery = delivery;
    if (name !== undefined) names.set(address, name);
  }
}

type Emulator = ReturnType<typeof makeEmulator>;

/** Where nobody named a port, a free one does where the usual one is taken. */
async function listen(
  emulator: Emulator,
  port: number | undefined,
  options: NonNullable<Parameters<Emulator['listen']>[0]>,
): Promise<{ readonly url: string }> {
  try {
    return await emulator.listen({ ...options, port: port ?? USUAL_PORT });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE' && port === undefined) return emulator.listen({ ...options, port: 0 });
    throw new UsageError(code === 'EADDRINUSE' ? `Something listens on port ${port} already; choose another --port` : message);
  }
}

/** Programs that are not of Node are led by a proxy. */
async function openProxy(
  { url, hasCommand }: { readonly url: string; readonly hasCommand: boolean },
  { allowRemote }: DevFlags,
  { stdout }: CommandContext,
  stops: (() => unknown)[],
): Promise<Readonly<Record<string, string>>> {
  const { startProxy, writeExports } = await import('../../proxy/index.js');
  const proxy = await startProxy({ emulatorUrl: url, allowRemote: allowRemote === true });
  stops.push(() => proxy.close());
  // A comment for a shell, as the lines below it may be copied together.
  stdout.write(`# ${hasCommand ? 'Your command has these; they lead' : 'These lead'} programs that you start in another terminal:\n`);
  stdout.write(writeExports(proxy.variables));
  return proxy.variables;
}
