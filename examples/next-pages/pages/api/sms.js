import { messagingResponse } from 'ringback';
import { webhook } from 'ringback/node';
import { IncomingMessage } from 'ringback/payloads/messaging';

const options = { publicUrl: process.env.PUBLIC_URL };

export const config = { api: { bodyParser: false } };

export default webhook(IncomingMessage, options, ({ Body }) => messagingResponse().message(`You said ${Body}`));
