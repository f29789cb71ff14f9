import { serve, upgradeWebSocket } from '@hono/node-server';
import { Hono } from 'hono';
import { mediaStream, verifyUpgrade } from 'ringback/webhook';
import { WebSocketServer } from 'ws';

const app = new Hono();

app.use('/media', async (context, next) => {
  try {
    await verifyUpgrade(context.req.raw, { publicUrl: process.env.PUBLIC_URL });
  } catch {
    return context.body(null, 403);
  }
  return next();
});

app.get(
  '/media',
  upgradeWebSocket(() => ({
    onOpen(_event, socket) {
      mediaStream(socket)
        .on('start', ({ start }) => console.log(start.customParameters))
        .on('media', ({ streamSid, media }, stream) => stream.send({ event: 'media', streamSid, media: { payload: media.payload } }));
    },
  })),
);

const sockets = new WebSocketServer({ noServer: true });
serve({
  fetch: app.fetch,
  websocket: { server: /** @type {never} */ (sockets) },
  port: Number(process.env.PORT ?? 3000),
  hostname: '127.0.0.1',
});
