import express from 'express';
import { messagingResponse } from 'ringback';
import { webhook } from 'ringback/express';
import { IncomingMessage } from 'ringback/payloads/messaging';

const app = express();
const options = { publicUrl: process.env.PUBLIC_URL };

app.post(
  '/sms',
  webhook(IncomingMessage, options, ({ Body }) => messagingResponse().message(`You said ${Body}`)),
);

app.listen(Number(process.env.PORT ?? 3000), '127.0.0.1');
