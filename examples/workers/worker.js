import { messagingResponse } from 'ringback';
import { IncomingMessage } from 'ringback/payloads/messaging';
import { webhook } from 'ringback/webhook';

/** @typedef {{ TWILIO_AUTH_TOKEN: string, PUBLIC_URL: string }} Env */

export default {
  /** @type {(request: Request, env: Env) => Promise<Response>} */
  fetch(request, { TWILIO_AUTH_TOKEN: authToken, PUBLIC_URL: publicUrl }) {
    const sms = webhook(IncomingMessage, { authToken, publicUrl }, ({ Body }) => messagingResponse().message(`You said ${Body}`));
    return sms(request);
  },
};
