import { Elysia } from 'elysia';
import { messagingResponse } from 'ringback';
import { IncomingMessage } from 'ringback/payloads/messaging';
import { webhook } from 'ringback/webhook';

const options = { publicUrl: process.env.PUBLIC_URL };
const sms = webhook(IncomingMessage, options, ({ Body }) => messagingResponse().message(`You said ${Body}`));

new Elysia()
  .post('/sms', ({ request }) => sms(request), { parse: 'none' })
  .listen({ port: Number(process.env.PORT ?? 3000), hostname: '127.0.0.1' });
