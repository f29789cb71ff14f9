// A Worker on workerd, bundled before.
import { answerSocket, refuseUpgrade } from './answer.js';

/** @typedef {import('ringback/webhook').SocketLike & { accept(): void }} WorkerSocket */

const { WebSocketPair } = /** @type {{ WebSocketPair: new () => Record<0 | 1, WorkerSocket> }} */ (/** @type {unknown} */ (globalThis));

const worker = {
  /** @param {Request} request */
  async fetch(request) {
    const refusal = await refuseUpgrade(request);
    if (refusal !== undefined) return refusal;
    const { 0: client, 1: socket } = new WebSocketPair();
    socket.accept();
    answerSocket(new URL(request.url).pathname, socket);
    return new Response(null, /** @type {ResponseInit} */ (/** @type {unknown} */ ({ status: 101, webSocket: client })));
  },
};

export { worker as default };
