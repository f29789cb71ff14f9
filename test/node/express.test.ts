// What Express makes of an error: one that is nothing, or 'route', is for it a wish to go on.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { describe, expect, test } from 'vitest';
import { verify, webhook } from '../../src/express/index.js';
import { IncomingMessage } from '../../src/payloads/index.js';
import { signRequest } from '../../src/signature/index.js';
import { authToken, message } from '../webhook/requests.js';

const body = new URLSearchParams(message).toString();

describe.each([[undefined], [null], [''], [0], [false], ['route'], ['router'], ['a text']])('a rejection with %j', (reason) => {
  const send = async (add: (app: express.Express) => void) => {
    const app = express();
    add(app);
    app.use((_request, response) => void response.send('the next handler ran'));
    app.use(((_error, _request, response, _next) => void response.status(599).send('error')) as express.ErrorRequestHandler);
    const server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/sms`;
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': signRequest({ url, body }, { authToken }),
    };
    const response = await fetch(url, { method: 'POST', headers, body });
    server.close();
    return [response.status, await response.text()];
  };
  const rejecting = () => Promise.reject(reason);

  test('of a handler is an error', async () => {
    expect(await send((app) => app.post('/sms', webhook(IncomingMessage, { authToken }, rejecting)))).toEqual([599, 'error']);
  });

  test('of a function that looks up tokens lets no request pass', async () => {
    expect(await send((app) => app.use(verify({ authToken: rejecting })))).toEqual([599, 'error']);
    expect(
      await send((app) =>
        app.post(
          '/sms',
          webhook(IncomingMessage, { authToken: rejecting }, () => null),
        ),
      ),
    ).toEqual([599, 'error']);
  });
});
