// Deno.serve.
import { answer } from './web-endpoints.js';

/** @typedef {{ serve(options: object, handler: import('ringback/webhook').FetchHandler): unknown }} DenoGlobal */

const { serve } = /** @type {{ Deno: DenoGlobal }} */ (/** @type {unknown} */ (globalThis)).Deno;
serve({ port: 0, hostname: '127.0.0.1', onListen: (/** @type {{ port: number }} */ { port }) => console.log(`listening ${port}`) }, answer);
