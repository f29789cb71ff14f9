// What two servers that share a store promise, and are tested for: with retries at both, a store that goes away, and processes that crash.
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Program, start } from '../support/processes.js';
import { authToken, call, formOf, message, post } from '../support/requests.js';
import { pause } from './promises.js';

/** The server that a store is kept by. */
export interface StoreServer {
  readonly url: string;
  halt(): Promise<void>;
  resume(): Promise<void>;
}

const server = new URL('server.js', import.meta.url).pathname;

/** The tests, with a client of the name that `server.js` knows. */
export function twoProcesses(client: string, store: () => StoreServer): void {
  const servers: Program[] = [];
  let origins: string[] = [];
  const startServer = async () => {
    const program = start(process.execPath, [server], {
      STORE_URL: store().url,
      CLIENT: client,
      LEASE_MS: '1500',
      AUTH_TOKEN: authToken,
    });
    const [, at] = await program.waitFor(/^listening (\d+)$/);
    return { program, origin: `http://127.0.0.1:${at}` };
  };
  beforeAll(async () => {
    const started = await Promise.all([startServer(), startServer()]);
    servers.push(...started.map(({ program }) => program));
    origins = started.map(({ origin }) => origin);
  });
  afterAll(() => Promise.all(servers.map((program) => program.stop())));
  const send = (which: number, body: string) =>
    post(`${origins[which]}/sms`, formOf({ ...message, Body: body }), { headers: { 'i-twilio-idempotency-token': `${client}-${body}` } });
  const runs = (body: string) => servers.flatMap(({ lines }) => lines).filter((line) => line === `run ${body}`).length;

  test('run the handler once for retries that come while it runs and after', async () => {
    const running = send(0, 'slow');
    await servers[0]?.waitFor(/^run slow$/);
    // Its lease would have ended by now, had nobody renewed it.
    await pause(2500);
    const retries = await Promise.all([1, 0, 1, 1].map((which) => send(which, 'slow')));
    await call(`${origins[0]}/release`, 'GET', {});
    const first = await running;
    expect(first.status).toBe(200);
    expect(retries.map(({ status }) => status)).toEqual([503, 503, 503, 503]);
    const again = await Promise.all([send(0, 'slow'), send(1, 'slow')]);
    expect(again.map(({ status, text }) => [status, text])).toEqual(Array(2).fill([200, first.text]));
    expect(again[0]?.headers.get('content-type')).toBe('text/xml; charset=utf-8');
    expect(runs('slow')).toBe(1);
  });

  test('run it again where it threw', async () => {
    expect([(await send(0, 'throw')).status, (await send(1, 'throw')).status]).toEqual([500, 500]);
    expect(runs('throw')).toBe(2);
  });

  test('answer without a store that goes away, say so, and use it again when it is back', async () => {
    expect((await send(0, 'before')).status).toBe(200);
    await store().halt();
    try {
      expect((await send(0, 'during')).status).toBe(200);
      expect((await send(1, 'during')).status).toBe(200);
      expect(runs('during')).toBe(2);
      await servers[0]?.waitFor(/^error /);
    } finally {
      await store().resume();
    }
    // Clients wait a little longer before each attempt to connect.
    await vi.waitFor(
      async () => {
        const body = `after ${Math.random()}`;
        expect([(await send(0, body)).status, (await send(1, body)).status, runs(body)]).toEqual([200, 200, 1]);
      },
      { timeout: 20_000, interval: 500 },
    );
  });

  test('run it again when a process was killed in the middle of it, and give every later retry that reply', async () => {
    await call(`${origins[0]}/hold`, 'GET', {});
    const killed = expect(send(0, 'slow, then killed')).rejects.toThrow();
    await servers[0]?.waitFor(/^run slow, then killed$/);
    servers[0]?.child.kill('SIGKILL');
    await killed;
    expect((await send(1, 'slow, then killed')).status).toBe(503);
    await call(`${origins[1]}/release`, 'GET', {});
    await pause(1600);
    const retry = await send(1, 'slow, then killed');
    expect([retry.status, runs('slow, then killed')]).toEqual([200, 2]);
    const { program, origin } = await startServer();
    [servers[0], origins[0]] = [program, origin];
    expect((await send(0, 'slow, then killed')).text).toBe(retry.text);
    expect(runs('slow, then killed')).toBe(1);
  });

  // The last one: it leaves no process behind.
  test('run it again when a process has crashed with it, once its lease is over', async () => {
    await expect(send(0, 'crash')).rejects.toThrow();
    await expect(servers[0]?.waitFor(/never printed/)).rejects.toThrow('ended without printing');
    expect((await send(1, 'crash')).status).toBe(503);
    await pause(1600);
    await expect(send(1, 'crash')).rejects.toThrow();
    expect(runs('crash')).toBe(2);
  });
}
