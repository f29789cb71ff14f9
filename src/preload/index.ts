/**
 * Leads what an application sends to Twilio to an emulator on this machine. Node takes it by `--require ringback/preload` or
 * `--import ringback/preload`, Bun by `--preload`. Without the variable `RINGBACK_EMULATOR_URL` it does nothing.
 */
import { syncBuiltinESMExports } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Environment, makeEnvironment } from './environment.js';
import { guardLookUps } from './guard-look-ups.js';
import { judgeHost } from './hosts.js';
import { type Bun, leadBun } from './lead-bun.js';
import { leadRequests } from './lead-requests.js';
import { leadSockets } from './lead-sockets.js';
import { leadTls } from './lead-tls.js';
import { leadWorkers } from './lead-workers.js';
import { reportPorts } from './report-ports.js';

export type { Environment } from './environment.js';

/** Where requests to Twilio go from this process, such as `http://127.0.0.1:4080`; `undefined` where nothing is led. */
export const emulatorUrl: string | undefined = start();

/**
 * Gives the variables under which a program, and all that it starts, reaches an emulator where it asks for Twilio: as the `env` of
 * `child_process.spawn`, for one. What stands in `NODE_OPTIONS` and `BUN_OPTIONS` stays there.
 *
 * @param url Where the emulator listens, such as `http://127.0.0.1:4080`.
 * @param env The variables to begin with. Default: those of this process.
 */
export function preloadEnvironment(url: string, env: Environment = process.env): Record<string, string | undefined> {
  return makeEnvironment({ emulatorUrl: url, preload: findPreload(), env });
}

function start(): string | undefined {
  const value = process.env['RINGBACK_EMULATOR_URL'];
  if (value === undefined || value === '') return undefined;
  const emulator = readUrl(value);
  const loaded = Symbol.for('ringback.preload');
  // This may be loaded twice, by `--require` and by `--import`.
  if (loaded in globalThis) return emulator.origin;
  Object.defineProperty(globalThis, loaded, { value: true });
  if ('Bun' in globalThis) leadBun(globalThis['Bun' as keyof typeof globalThis] as Bun, emulator);
  leadSockets(emulator);
  leadTls();
  leadRequests();
  guardLookUps();
  reportPorts(emulator);
  // The programs and threads that this one starts load the same, even where it got it by its own command line.
  const settings = { emulatorUrl: emulator.origin, preload: findPreload() };
  leadWorkers(settings);
  Object.assign(process.env, makeEnvironment({ ...settings, env: process.env }));
  syncBuiltinESMExports();
  return emulator.origin;
}

function readUrl(value: string): URL {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url?.protocol === 'http:' && judgeHost(url.hostname) === undefined) return url;
  throw new TypeError('RINGBACK_EMULATOR_URL must be where the emulator listens, such as http://127.0.0.1:4080.');
}

/** This entry as CommonJS, which is loaded before a program wherever it is. */
function findPreload(): string {
  const here = typeof __filename === 'string' ? __filename : fileURLToPath(import.meta.url);
  return join(dirname(here), 'index.cjs');
}
