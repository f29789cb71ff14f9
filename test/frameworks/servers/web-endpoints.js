// The endpoints as fetch handlers, for runtimes that run in processes of their own. What they refuse they print.
import { webhook, webhookRouter } from 'ringback/webhook';
import { makeEndpoints } from '../support/endpoints.js';

/** @typedef {import('ringback/webhook').FetchHandler} FetchHandler */

const router = (/** @type {object} */ options) => {
  const made = webhookRouter(options);
  return Object.defineProperty(made, 'handle', { value: made.fetch });
};

/** @type {Record<string, FetchHandler>} */
const endpoints = makeEndpoints(/** @type {never} */ ({ webhook, router }), (code, message) => console.log(`rejected ${code} ${message}`));

/** The endpoint that /parsed runs once another parser has taken the body. */
export const { '/plain': answerPlain = async () => new Response(null, { status: 404 }) } = endpoints;

/** @type {FetchHandler} */
export async function answer(request, ...platform) {
  const { pathname } = new URL(request.url);
  if (pathname === '/parsed') await request.formData();
  const handler = endpoints[pathname === '/parsed' ? '/plain' : pathname];
  return handler === undefined ? new Response(null, { status: 404 }) : handler(request, ...platform);
}
