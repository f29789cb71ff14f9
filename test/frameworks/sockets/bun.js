// Bun.serve, whose sockets have no listeners of their own.
import { answerSocket, refuseUpgrade } from './answer.js';

/** @typedef {{ send(text: string): number, data: { path: string, twilio?: { receive(data: unknown): void } } }} BunSocket */
/** @typedef {{ upgrade(request: Request, options: { data: object }): boolean }} BunServer */

const { serve } = /** @type {{ Bun: { serve(options: object): { port: number } } }} */ (/** @type {unknown} */ (globalThis)).Bun;
const { port } = serve({
  port: 0,
  hostname: '127.0.0.1',
  /** @type {(request: Request, server: BunServer) => Promise<Response | undefined>} */
  async fetch(request, server) {
    const refusal = await refuseUpgrade(request);
    if (refusal !== undefined) return refusal;
    const isOpen = server.upgrade(request, { data: { path: new URL(request.url).pathname } });
    return isOpen ? undefined : new Response(null, { status: 426 });
  },
  websocket: {
    /** @param {BunSocket} socket */
    open(socket) {
      socket.data.twilio = answerSocket(socket.data.path, socket);
    },
    /** @type {(socket: BunSocket, data: unknown) => void} */
    message: (socket, data) => socket.data.twilio?.receive(data),
  },
});
console.log(`listening ${port}`);
