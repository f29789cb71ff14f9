import { H3, serve } from 'h3';
import { messagingResponse } from 'ringback';
import { IncomingMessage } from 'ringback/payloads/messaging';
import { webhook } from 'ringback/webhook';

const app = new H3();
const options = { publicUrl: process.env.PUBLIC_URL };
const sms = webhook(IncomingMessage, options, ({ Body }) => messagingResponse().message(`You said ${Body}`));

app.post('/sms', (event) => sms(event.req));

serve(app, { port: Number(process.env.PORT ?? 3000), hostname: '127.0.0.1', silent: true });
