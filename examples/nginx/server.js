import { createServer } from 'node:http';
import { messagingResponse } from 'ringback';
import { webhook } from 'ringback/node';
import { IncomingMessage } from 'ringback/payloads/messaging';

const sms = webhook(IncomingMessage, { trustForwarded: true }, ({ Body }) => messagingResponse().message(`You said ${Body}`));

createServer(sms).listen(Number(process.env.PORT ?? 3000), '127.0.0.1');
