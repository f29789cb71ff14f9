// Elysia on Bun.
import { Elysia } from 'elysia';
import { answer, answerPlain } from './web-endpoints.js';

const app = new Elysia()
  .post('/parsed', ({ request, body }) => answerPlain(request, body))
  .all('*', ({ request }) => answer(request), { parse: 'none' });
app.listen({ port: 0, hostname: '127.0.0.1' }, ({ port }) => console.log(`listening ${port}`));
