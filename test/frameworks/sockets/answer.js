// What the servers of all runtimes do with a socket that Twilio has opened. Bun, Deno and workerd load this file too.
import { conversationRelay, mediaStream, verifyUpgrade } from 'ringback/webhook';
import { authToken } from '../support/endpoints.js';

/** @typedef {import('ringback/webhook').SocketSource} SocketSource */

const streamSid = 'MZ11223344556677889900aabbccddeeff';

/**
 * Sends every sound back, a mark when the stream begins, and says what it was asked.
 *
 * @param {string} path
 * @param {SocketSource} socket
 * @returns {{ receive(data: unknown): void }}
 */
export function answerSocket(path, socket) {
  if (path === '/relay')
    return conversationRelay(socket)
      .on('prompt', ({ voicePrompt }, relay) => relay.send({ type: 'text', token: `You said ${voicePrompt}`, last: true }))
      .on('unknown', (_, relay) => relay.send({ type: 'end' }));
  return mediaStream(socket)
    .on('start', (message, stream) => stream.send({ event: 'mark', streamSid: message.streamSid, mark: { name: 'started' } }))
    .on('media', ({ streamSid: sid, media }, stream) => stream.send({ event: 'media', streamSid: sid, media: { payload: media.payload } }))
    .on('unknown', (_, stream) => stream.send({ event: 'clear', streamSid }));
}

/** How an upgrade at that path is verified. @param {string} path */
export const upgradeOptions = (path) => ({ authToken, trustForwarded: path === '/forwarded' });

/**
 * Refuses a web request that is not signed.
 *
 * @param {Request} request
 * @returns {Promise<Response | undefined>} `undefined` where it is right.
 */
export async function refuseUpgrade(request) {
  try {
    await verifyUpgrade(request, upgradeOptions(new URL(request.url).pathname));
    return undefined;
  } catch (error) {
    return new Response(null, { status: /** @type {import('ringback').RingbackError} */ (error).status });
  }
}
