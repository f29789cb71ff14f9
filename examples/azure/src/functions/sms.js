import { app } from '@azure/functions';
import { messagingResponse } from 'ringback';
import { IncomingMessage } from 'ringback/payloads/messaging';
import { webhook } from 'ringback/webhook';

const options = { publicUrl: process.env.PUBLIC_URL };
const sms = webhook(IncomingMessage, options, ({ Body }) => messagingResponse().message(`You said ${Body}`));

/** @param {import('@azure/functions').HttpRequest} request */
export async function answer(request) {
  const response = await sms(/** @type {Request} */ (/** @type {unknown} */ (request)));
  return { status: response.status, headers: response.headers, body: await response.text() };
}

app.http('sms', { methods: ['POST'], authLevel: 'anonymous', handler: answer });
