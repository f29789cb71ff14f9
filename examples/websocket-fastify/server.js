import websocket from '@fastify/websocket';
import fastify from 'fastify';
import { verifyUpgrade } from 'ringback/node';
import { mediaStream } from 'ringback/webhook';

const app = fastify();
await app.register(websocket);

const preValidation = async (/** @type {import('fastify').FastifyRequest} */ { raw }) => {
  await verifyUpgrade(raw, { publicUrl: process.env.PUBLIC_URL });
};

app.get('/media', { websocket: true, preValidation }, (socket) => {
  mediaStream(socket)
    .on('start', ({ start }) => console.log(start.customParameters))
    .on('media', ({ streamSid, media }, stream) => stream.send({ event: 'media', streamSid, media: { payload: media.payload } }));
});

await app.listen({ port: Number(process.env.PORT ?? 3000), host: '127.0.0.1' });
