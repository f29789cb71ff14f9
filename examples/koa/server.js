import Koa from 'koa';
import { messagingResponse } from 'ringback';
import { webhook } from 'ringback/koa';
import { IncomingMessage } from 'ringback/payloads/messaging';

const app = new Koa();
const options = { publicUrl: process.env.PUBLIC_URL };

app.use(webhook(IncomingMessage, options, ({ Body }) => messagingResponse().message(`You said ${Body}`)));

app.listen(Number(process.env.PORT ?? 3000), '127.0.0.1');
