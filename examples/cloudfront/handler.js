import { messagingResponse } from 'ringback';
import { webhook } from 'ringback/lambda';
import { IncomingMessage } from 'ringback/payloads/messaging';

/** @param {Request} request */
function publicUrl({ url }) {
  const { pathname, search } = new URL(url);
  return `${process.env.PUBLIC_URL}${pathname.replace(/^\/prod(?=\/)/, '')}${search}`;
}

export const handler = webhook(IncomingMessage, { publicUrl }, ({ Body }) => messagingResponse().message(`You said ${Body}`));
