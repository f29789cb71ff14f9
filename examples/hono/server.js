import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { messagingResponse } from 'ringback';
import { IncomingMessage } from 'ringback/payloads/messaging';
import { webhook } from 'ringback/webhook';

const app = new Hono();
const options = { publicUrl: process.env.PUBLIC_URL };
const sms = webhook(IncomingMessage, options, ({ Body }) => messagingResponse().message(`You said ${Body}`));

app.post('/sms', (context) => sms(context.req.raw));

serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000), hostname: '127.0.0.1' });
