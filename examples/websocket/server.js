import { createServer } from 'node:http';
import { verifyUpgrade } from 'ringback/node';
import { mediaStream } from 'ringback/webhook';
import { WebSocketServer } from 'ws';

const sockets = new WebSocketServer({ noServer: true });
const server = createServer();

server.on('upgrade', async (request, socket, head) => {
  try {
    await verifyUpgrade(request, { publicUrl: process.env.PUBLIC_URL });
    sockets.handleUpgrade(request, socket, head, sendBack);
  } catch {
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  }
});

/** @param {import('ws').WebSocket} socket */
function sendBack(socket) {
  mediaStream(socket)
    .on('start', ({ start }) => console.log(start.customParameters))
    .on('media', ({ streamSid, media }, stream) => stream.send({ event: 'media', streamSid, media: { payload: media.payload } }));
}

server.listen(Number(process.env.PORT ?? 3000), '127.0.0.1');
