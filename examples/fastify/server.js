import fastify from 'fastify';
import { messagingResponse } from 'ringback';
import { rawBodies, webhook } from 'ringback/fastify';
import { IncomingMessage } from 'ringback/payloads/messaging';

const app = fastify();
const options = { publicUrl: process.env.PUBLIC_URL };

app.register(async (scope) => {
  await scope.register(rawBodies);
  scope.post(
    '/sms',
    webhook(IncomingMessage, options, ({ Body }) => messagingResponse().message(`You said ${Body}`)),
  );
});

await app.listen({ port: Number(process.env.PORT ?? 3000), host: '127.0.0.1' });
