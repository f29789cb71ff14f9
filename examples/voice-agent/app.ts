// Two voice agents behind one server. The one in text leaves hearing and speaking to Twilio (ConversationRelay); the one in sound does both
// itself (Media Streams). Begin with the first, unless you need the sound.
import { createServer, type Server } from 'node:http';
import { voiceResponse } from 'ringback';
import { verifyUpgrade, webhook } from 'ringback/node';
import { ConversationRelayResult, IncomingCall } from 'ringback/payloads/voice';
import { WebSocketServer } from 'ws';
import { type Ear, talkInSound } from './talk-in-sound.ts';
import { type Model, talkInText } from './talk-in-text.ts';

export interface Settings {
  /** Of the Twilio account; `TWILIO_AUTH_TOKEN` where it is left out. */
  readonly authToken?: string | undefined;
  /** Where Twilio reaches the application, such as `https://example.com`. Its sockets are there too. */
  readonly publicUrl: string;
  /** Whom the agent hands callers over to. */
  readonly humanNumber: string;
  /** Answers in text. */
  readonly model: Model;
  /** Answers in sound. */
  readonly ear: Ear;
  /** Hears what happens to the answers in sound. */
  readonly report?: (event: string) => void;
}

export function createApp({ authToken, publicUrl, humanNumber, model, ear, report }: Settings): Server {
  const options = { authToken, publicUrl };
  const socketUrl = (path: string) => `${publicUrl.replace(/^https?/, 'wss')}${path}`;

  const routes = new Map([
    [
      '/voice',
      webhook(IncomingCall, options, () =>
        voiceResponse().connect({ action: '/done' }, (connect) =>
          connect.conversationRelay({ url: socketUrl('/text'), welcomeGreeting: 'Hello, this is the shop. What can I do for you?' }),
        ),
      ),
    ],
    // What the agent says when it ends the session decides how the call goes on.
    [
      '/done',
      webhook(ConversationRelayResult, options, ({ HandoffData }) =>
        HandoffData === 'human' ? voiceResponse().say('One moment, please.').dial(humanNumber) : voiceResponse().hangup(),
      ),
    ],
    [
      '/voice-in-sound',
      webhook(IncomingCall, options, () =>
        voiceResponse()
          .connect((connect) => connect.stream({ url: socketUrl('/sound') }))
          .say('Goodbye.'),
      ),
    ],
  ]);

  const sockets = new WebSocketServer({ noServer: true });
  sockets.on('connection', (socket, { url }) => {
    if (url === '/text') talkInText(socket, model);
    else talkInSound(socket, ear, report);
  });

  const server = createServer((request, response) => {
    const route = routes.get(request.url ?? '');
    if (route === undefined) response.writeHead(404).end();
    else route(request, response);
  });
  server.on('upgrade', async (request, socket, head) => {
    try {
      // Without it anybody could talk with your model, at your expense.
      await verifyUpgrade(request, options);
      sockets.handleUpgrade(request, socket, head, (webSocket) => sockets.emit('connection', webSocket, request));
    } catch {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
    }
  });
  return server;
}
