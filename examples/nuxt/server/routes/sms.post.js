import { messagingResponse } from 'ringback';
import { IncomingMessage } from 'ringback/payloads/messaging';
import { webhook } from 'ringback/webhook';

const options = { publicUrl: process.env.PUBLIC_URL };
const sms = webhook(IncomingMessage, options, ({ Body }) => messagingResponse().message(`You said ${Body}`));

export default defineEventHandler((event) => sms(toWebRequest(event)));
