import { messagingResponse } from 'ringback';
import { IncomingMessage } from 'ringback/payloads/messaging';
import { webhook } from 'ringback/webhook';

const options = { publicUrl: process.env.PUBLIC_URL };

export const POST = webhook(IncomingMessage, options, ({ Body }) => messagingResponse().message(`You said ${Body}`));
