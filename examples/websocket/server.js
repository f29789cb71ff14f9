import { createServer } from 'node:http';
import { MediaStreamsMessage, writeFrame } from 'ringback';
import { verifyUpgrade } from 'ringback/node';
import { WebSocketServer } from 'ws';

const sockets = new WebSocketServer({ noServer: true });
const server = createServer();

server.on('upgrade', async (request, socket, head) => {
  try {
    await verifyUpgrade(request, { publicUrl: process.env.PUBLIC_URL });
    sockets.handleUpgrade(request, socket, head, echo);
  } catch {
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  }
});

/** @param {import('ws').WebSocket} socket */
function echo(socket) {
  socket.on('message', (data) => {
    const message = MediaStreamsMessage.parse(data);
    if (message.event !== 'media') return;
    socket.send(writeFrame({ event: 'media', streamSid: message.streamSid, media: { payload: message.media.payload } }));
  });
}

server.listen(Number(process.env.PORT), '127.0.0.1');
