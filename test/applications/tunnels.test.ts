import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { runProgram } from './support/run.js';
import { startTwilio, type TwilioServer } from './support/twilio.js';

/** What came to the proxy, which says yes to every tunnel and makes none. */
let heard = '';
const proxy = createServer((socket) => {
  socket.on('error', () => socket.destroy());
  socket.on('data', (data) => {
    heard += data;
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
  });
});

let twilio: TwilioServer;
beforeAll(async () => {
  twilio = await startTwilio();
  await once(proxy.listen(0, '127.0.0.1'), 'listening');
});
beforeEach(() => {
  heard = '';
});
afterAll(async () => {
  proxy.close();
  await twilio.close();
});

test.each(['Node 22', 'Node 24'] as const)('nothing of a request is sent into a tunnel on %s', async (runtime) => {
  const url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  const env = { TEST_PROXY: url, HTTPS_PROXY: url, NODE_USE_ENV_PROXY: '1' };
  const { result } = await runProgram('tunnel.mjs', { runtime, emulatorUrl: twilio.url, env });
  expect(result).toEqual([404, 404, 404]);
  expect(twilio.asked.filter(({ body }) => body.includes('Secret')).length).toBeGreaterThanOrEqual(3);
  expect(heard).toMatch(/^CONNECT api\.twilio\.com:443 HTTP\/1\.1/);
  expect(heard).not.toContain('Secret');
  expect(heard).not.toContain('POST');
});
