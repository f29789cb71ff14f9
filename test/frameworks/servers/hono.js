// Hono's fetch function, without Node between, on Bun.
import { Hono } from 'hono';
import { answer, answerPlain } from './web-endpoints.js';

const app = new Hono();
app.post('/parsed', async (context) => {
  await context.req.parseBody();
  return answerPlain(context.req.raw);
});
app.all('*', (context) => answer(context.req.raw, context.env, context));

/** @typedef {{ Bun: { serve(options: object): { port: number } } }} BunGlobal */

const { serve } = /** @type {BunGlobal} */ (/** @type {unknown} */ (globalThis)).Bun;
console.log(`listening ${serve({ port: 0, hostname: '127.0.0.1', fetch: app.fetch }).port}`);
