import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import twilio from 'twilio';
import { afterEach } from 'vitest';
import { httpTransport } from '../../src/delivery/http.js';
import type { Transport } from '../../src/delivery/transport.js';
import type { Emulator, EmulatorOptions } from '../../src/emulator/index.js';
import type { TwilioClient } from '../../src/line/account/twilio-client.js';
import { MARK_PATH, type Mark, makeMark, writeMark } from '../../src/line/mark.js';
import { type Line, type LineEvent, type LineOptions, openLine } from '../../src/line/open-line.js';
import { givenTunnel } from '../../src/line/tunnels/given.js';
import { ACCOUNT, OURS, startEmulator, TOKEN } from '../emulator/setup.js';

export { ACCOUNT, OURS, TOKEN };

const endings: (() => unknown)[] = [];

afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

/** Has something ended after the test. */
export function endLater(end: () => unknown): void {
  endings.push(end);
}

/** A folder that is gone after the test. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ringback-line-'));
  endLater(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** An account with numbers, and Twilio's own client of it. */
export function startAccount(options: Partial<EmulatorOptions> = {}): { readonly emulator: Emulator; readonly client: TwilioClient } {
  const emulator = startEmulator({}, options);
  endLater(() => emulator.close());
  return { emulator, client: twilio(ACCOUNT, TOKEN, { httpClient: emulator.client as never }) as unknown as TwilioClient };
}

/** A server that has the mark of a line. */
export async function serveMark(mark: Mark): Promise<{ readonly port: number; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    if (request.url === MARK_PATH) response.end(writeMark(mark));
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  endLater(close);
  return { port: (server.address() as AddressInfo).port, close };
}

/** Carries requests for hosts of the outside world to ports of this machine; all other names lead nowhere, as without a network. */
export function leadHosts(ports: Readonly<Record<string, number>>): Transport {
  return {
    send: (request) => {
      const { hostname } = request.url;
      const port = ports[hostname];
      const url = new URL(request.url);
      if (port !== undefined) Object.assign(url, { protocol: 'http:', hostname: '127.0.0.1', port: String(port) });
      else if (hostname !== '127.0.0.1') Object.assign(url, { protocol: 'http:', hostname: '127.0.0.1', port: '1' });
      return httpTransport.send({ ...request, url });
    },
  };
}

/** Everything that is needed to open a line, and what it told. */
export interface Opening extends LineOptions {
  readonly told: LineEvent[];
  readonly server: { close(): Promise<void> };
}

/** Prepares a line to the number of the account, through a tunnel that leads to its server. */
export async function prepareLine(client: TwilioClient, options: Partial<LineOptions> = {}): Promise<Opening> {
  const mark = makeMark();
  const server = await serveMark(mark);
  const told: LineEvent[] = [];
  return {
    ...{ wanted: [OURS], project: options.project ?? makeFolder(), accountSid: ACCOUNT, client, mark, port: server.port },
    openTunnel: async () => givenTunnel(`http://127.0.0.1:${server.port}`),
    ...{ paths: {}, signal: new AbortController().signal, tell: (event) => told.push(event), trial: { waitMs: 200, everyMs: 20 } },
    ...options,
    ...{ told, server },
  };
}

/** Opens a line that is closed after the test, unless the test has done it. */
export async function open(opening: Opening): Promise<Line> {
  const line = await openLine(opening);
  endLater(() => line.close());
  return line;
}

/** The URLs of the number as the account has them. */
export async function readNumber({ client }: { readonly client: TwilioClient }): Promise<Record<string, unknown>> {
  const [found] = await client.incomingPhoneNumbers.list({ phoneNumber: OURS });
  const { voiceUrl, smsUrl, statusCallback } = found ?? {};
  return { voiceUrl, smsUrl, statusCallback };
}
