// The agents that bench/agents.js calls: one in text that answers at once, one in sound that sends back what it gets.
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';
import { conversationRelay, mediaStream } from '../dist/webhook/index.js';

const documents = {
  '/relay': '<Response><Connect><ConversationRelay url="wss://agents.example/relay"/></Connect></Response>',
  '/stream': '<Response><Connect><Stream url="wss://agents.example/stream"/></Connect></Response>',
};

const server = createServer((request, response) => {
  request.resume();
  response.setHeader('content-type', 'text/xml');
  response.end(documents[request.url ?? ''] ?? '<Response/>');
});
new WebSocketServer({ server }).on('connection', (socket, { url }) => {
  if (url === '/relay') {
    conversationRelay(socket).on('prompt', (_, relay) => relay.send({ type: 'text', token: 'Fine, thank you', last: true }));
  } else {
    mediaStream(socket).on('media', ({ streamSid, media }, stream) =>
      stream.send({ event: 'media', streamSid, media: { payload: media.payload } }),
    );
  }
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
