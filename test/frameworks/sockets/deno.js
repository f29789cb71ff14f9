// Deno.serve.
import { answerSocket, refuseUpgrade } from './answer.js';

/** @typedef {{ socket: import('ringback/webhook').SocketLike, response: Response }} Upgrade */
/** @typedef {{ serve(options: object, handler: Function): unknown, upgradeWebSocket(request: Request): Upgrade }} DenoGlobal */

const { serve, upgradeWebSocket } = /** @type {{ Deno: DenoGlobal }} */ (/** @type {unknown} */ (globalThis)).Deno;
const onListen = (/** @type {{ port: number }} */ { port }) => console.log(`listening ${port}`);
serve({ port: 0, hostname: '127.0.0.1', onListen }, async (/** @type {Request} */ request) => {
  const refusal = await refuseUpgrade(request);
  if (refusal !== undefined) return refusal;
  const { socket, response } = upgradeWebSocket(request);
  answerSocket(new URL(request.url).pathname, socket);
  return response;
});
