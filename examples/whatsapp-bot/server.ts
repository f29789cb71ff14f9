import { serve } from '@hono/node-server';
import twilio from 'twilio';
import { createApp } from './app.ts';
import { Outbox } from './outbox.ts';
import { createTemplates } from './templates.ts';

const { PORT = '3000', PUBLIC_URL, TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN } = process.env;
const { WHATSAPP_SENDER = 'whatsapp:+12015550123', MENU_TEMPLATE, ORDER_TEMPLATE } = process.env;

const client = twilio(TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN);
const templates = MENU_TEMPLATE && ORDER_TEMPLATE ? { menu: MENU_TEMPLATE, order: ORDER_TEMPLATE } : await createTemplates(client);
console.log('the templates are', templates);

const app = createApp({
  publicUrl: PUBLIC_URL,
  outbox: new Outbox(client, { from: WHATSAPP_SENDER, publicUrl: PUBLIC_URL ?? `http://localhost:${PORT}`, templates }),
  orders: new Map([['12345', 'on its way']]),
  // The file is fetched with the credentials of the account: https://www.twilio.com/docs/messaging/api/media-resource
  keepPhoto: async (from, url) => console.log('a photo', from, url),
});

serve({ fetch: app.fetch, port: Number(PORT) }, () => console.log(`listening on ${PORT}`));
