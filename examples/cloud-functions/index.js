import { http } from '@google-cloud/functions-framework';
import { messagingResponse } from 'ringback';
import { webhook } from 'ringback/express';
import { IncomingMessage } from 'ringback/payloads/messaging';

/** @type {import('ringback').WebhookOptions} */
const options = { publicUrl: ({ url }) => `${process.env.PUBLIC_URL}${new URL(url).search}` };

http(
  'sms',
  webhook(IncomingMessage, options, ({ Body }) => messagingResponse().message(`You said ${Body}`)),
);
