// The webhooks that every framework serves in the tests, by their path. Bun, Deno and workerd load this file too.
import { messagingResponse, voiceResponse } from 'ringback';
import { IncomingMessage } from 'ringback/payloads/messaging';
import { IncomingCall } from 'ringback/payloads/voice';

export const authToken = '0123456789abcdef0123456789abcdef';
export const publicOrigin = 'https://public.example';

/** @typedef {import('ringback').IncomingMessage} Message */
/** @typedef {import('ringback').IncomingCall} Call */
/** @typedef {import('ringback/webhook').WebhookContext} Context */

/**
 * @template Handler
 * @param {{ webhook: import('ringback/node').WebhookFunction<Handler>, router: (options: object) => { on: Function, handle: Handler } }} adapter
 * @param {(code: string, message: string) => void} report Hears of refused requests.
 * @returns {Record<string, Handler>}
 */
export function makeEndpoints({ webhook, router }, report) {
  const options = {
    authToken,
    onRejected: (/** @type {import('ringback').RingbackError} */ error) => report(error.code, error.message),
  };
  const reply = (/** @type {Message} */ { Body }, /** @type {Context} */ { query }) =>
    messagingResponse().message(`You said ${Body}${query.has('q') ? ` and ${query.get('q')}` : ''}`);
  return {
    '/plain': webhook(IncomingMessage, options, reply),
    '/public': webhook(IncomingMessage, { ...options, publicUrl: publicOrigin }, reply),
    '/forwarded': webhook(IncomingMessage, { ...options, trustForwarded: true }, reply),
    '/small': webhook(IncomingMessage, { ...options, maxBodyBytes: 1000 }, reply),
    '/voice': webhook(IncomingCall, options, (call) => voiceResponse().say(call.From)),
    '/slow': webhook(IncomingMessage, { ...options, bodyTimeoutMs: 300 }, reply),
    '/endless': webhook(
      IncomingMessage,
      { ...options, deadlineMs: 200, onError: () => undefined },
      () => new Response(new ReadableStream({ pull: () => new Promise(() => {}) })),
    ),
    '/throws-nothing': webhook(IncomingMessage, options, () => Promise.reject()),
    '/throws-route': webhook(IncomingMessage, options, () => Promise.reject('route')),
    '/throws': webhook(IncomingMessage, options, () => {
      throw new Error('secret detail');
    }),
    '/router': router(options)
      .on(IncomingMessage, (/** @type {Message} */ { From }) => messagingResponse().message(From))
      .on(IncomingCall, (/** @type {Call} */ { To }) => voiceResponse().say(To)).handle,
  };
}
