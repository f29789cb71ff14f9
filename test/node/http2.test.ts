import { once } from 'node:events';
import { connect, createServer } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { expect, test, vi } from 'vitest';
import { webhook } from '../../src/node/index.js';
import { IncomingMessage } from '../../src/payloads/index.js';
import { signRequest } from '../../src/signature/index.js';
import { messagingResponse } from '../../src/twiml/index.js';
import { authToken, message } from '../webhook/requests.js';

test('a stream of HTTP/2 that is reset in mid-body is no finished body, and others on its session are answered', async () => {
  const onRejected = vi.fn();
  const answer = webhook(IncomingMessage, { authToken, onRejected }, ({ Body }) => messagingResponse().message(Body));
  const server = createServer((request, response) => void answer(request, response as never)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const session = connect(origin);
  const open = (body: string) =>
    session.request({
      ':method': 'POST',
      ':path': '/sms',
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': signRequest({ url: `${origin}/sms`, body }, { authToken }),
    });
  try {
    const broken = open(new URLSearchParams(message).toString());
    broken.on('error', () => undefined);
    broken.write('AccountSid=AC');
    await new Promise((resolve) => setTimeout(resolve, 50));
    broken.destroy();
    await vi.waitFor(() => expect(onRejected).toHaveBeenCalledTimes(1));
    expect(onRejected.mock.calls[0]?.[0]).toMatchObject({ code: 'REQUEST_MALFORMED', message: 'The body broke off before its end.' });

    for (const text of ['hi', 'x'.repeat(500), 'a word']) {
      const body = new URLSearchParams({ ...message, Body: text }).toString();
      const stream = open(body);
      stream.end(body);
      expect(String(Buffer.concat(await stream.toArray()))).toContain(`<Message>${text}</Message>`);
    }
  } finally {
    session.destroy();
    server.close();
  }
});
