import { messagingResponse } from 'ringback';
import { IncomingMessage } from 'ringback/payloads/messaging';
import { webhook } from 'ringback/webhook';

const options = { publicUrl: Deno.env.get('PUBLIC_URL') };

Deno.serve(webhook(IncomingMessage, options, ({ Body }) => messagingResponse().message(`You said ${Body}`)));
