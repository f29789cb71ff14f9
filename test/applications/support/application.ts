// An application in a program of its own, and an emulator that is its Twilio.

import { preloadEnvironment } from '../../../dist/preload/index.js';
import { createEmulator, type Emulator, type EmulatorOptions } from '../../../src/emulator/index.js';
import { findPort, type Program, start } from '../../frameworks/support/processes.js';
import { credentials, type Runtime, runtimes } from './run.js';

export interface RunningApplication {
  readonly emulator: Emulator;
  readonly program: Program;
  /** Where it listens on this machine. */
  readonly url: string;
  stop(): Promise<void>;
}

export const publicUrl = 'https://app.example';

export interface ApplicationOptions {
  readonly file: string;
  readonly numbers: NonNullable<EmulatorOptions['numbers']>;
  readonly env: Readonly<Record<string, string>>;
  readonly runtime?: Runtime;
  readonly options?: EmulatorOptions;
}

/** Starts an application as it is, with nothing but the variables that lead it to an emulator. */
export async function startApplication({
  file,
  numbers,
  env,
  runtime = 'Node 20',
  options,
}: ApplicationOptions): Promise<RunningApplication> {
  const port = await findPort();
  const url = `http://127.0.0.1:${port}`;
  const emulator = createEmulator({
    accountSid: credentials.TWILIO_ACCOUNT_SID,
    authToken: credentials.TWILIO_AUTH_TOKEN,
    publicUrl,
    numbers,
    app: { fetch: (request) => deliver(request, url) },
    ...options,
  });
  const rest = await emulator.listen();
  const variables = { ...credentials, PUBLIC_URL: publicUrl, PORT: String(port), ...env };
  const led = preloadEnvironment(rest.url, { PATH: process.env['PATH'], ...variables }) as Record<string, string>;
  const program = start(runtimes[runtime], [file], led);
  const stop = async () => {
    await program.stop();
    await emulator.close();
  };
  await program.waitFor(/^listening /).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { emulator, program, url, stop };
}

/** Brings a webhook to where the application listens, as a tunnel does. */
async function deliver(request: Request, origin: string): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const body = request.method === 'GET' ? null : await request.arrayBuffer();
  return fetch(origin + pathname + search, { method: request.method, headers: request.headers, body, redirect: 'manual' });
}
