import { messagingResponse } from 'ringback';
import { webhook } from 'ringback/lambda';
import { IncomingMessage } from 'ringback/payloads/messaging';

const options = { publicUrl: process.env.PUBLIC_URL };

export const handler = webhook(IncomingMessage, options, ({ Body }) => messagingResponse().message(`You said ${Body}`));
