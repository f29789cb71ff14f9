// A voice agent in text: Twilio's ConversationRelay turns speech into text and text into speech, and a model answers.
import { createServer } from 'node:http';
import { voiceResponse } from 'ringback';
import { verifyUpgrade, webhook } from 'ringback/node';
import { ConversationRelayResult, IncomingCall } from 'ringback/payloads/voice';
import { conversationRelay } from 'ringback/webhook';
import { WebSocketServer } from 'ws';

/**
 * @typedef {{ role: 'user' | 'assistant', content: string }} Message
 * @typedef {(history: readonly Message[], signal: AbortSignal) => AsyncIterable<string>} Model
 */

/**
 * Makes the application's server.
 *
 * @param {object} settings
 * @param {string} settings.authToken The auth token of the Twilio account.
 * @param {string} settings.publicUrl Where Twilio reaches the server, such as `https://example.com`.
 * @param {Model} settings.model Answers a conversation, token by token.
 */
export function createApp({ authToken, publicUrl, model }) {
  const options = { authToken, publicUrl };
  const url = `${publicUrl.replace(/^http/, 'ws')}/relay`;
  const routes = {
    '/voice': webhook(IncomingCall, options, () =>
      voiceResponse().connect({ action: '/done' }, (connect) =>
        connect.conversationRelay({ url, welcomeGreeting: 'Hello, this is the shop. What can I do for you?' }),
      ),
    ),
    // What the agent hands over when it ends the session says how the call goes on.
    '/done': webhook(ConversationRelayResult, options, ({ HandoffData }) =>
      HandoffData === 'human' ? voiceResponse().say('One moment, please.').dial('+15550002222') : voiceResponse().hangup(),
    ),
  };

  const sockets = new WebSocketServer({ noServer: true });
  const server = createServer((request, response) => {
    const route = routes[/** @type {keyof typeof routes} */ (request.url)];
    if (route === undefined) response.writeHead(404).end();
    else route(request, response);
  });
  server.on('upgrade', async (request, socket, head) => {
    try {
      await verifyUpgrade(request, options);
      sockets.handleUpgrade(request, socket, head, (webSocket) => talk(webSocket, model));
    } catch {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
    }
  });
  return server;
}

/**
 * Holds one conversation.
 *
 * @param {import('ws').WebSocket} socket
 * @param {Model} model
 */
function talk(socket, model) {
  /** @type {Message[]} */
  const history = [];
  let thinking = new AbortController();

  const relay = conversationRelay(socket)
    .on('prompt', async ({ voicePrompt }, relay) => {
      thinking.abort();
      thinking = new AbortController();
      const { signal } = thinking;
      history.push({ role: 'user', content: voicePrompt });
      if (/\bhuman\b/i.test(voicePrompt)) {
        relay.send({ type: 'end', handoffData: 'human' });
        return;
      }
      const answer = { role: /** @type {const} */ ('assistant'), content: '' };
      history.push(answer);
      for await (const token of model(history.slice(0, -1), signal)) {
        // The caller has cut in or hung up: nobody wants the rest.
        if (signal.aborted || !relay.send({ type: 'text', token, last: false })) return;
        answer.content += token;
      }
      if (!signal.aborted) relay.send({ type: 'text', token: '', last: true });
    })
    .on('interrupt', ({ utteranceUntilInterrupt }) => {
      thinking.abort();
      // The model must not believe that the caller has heard what was cut off.
      const last = history.findLast(({ role }) => role === 'assistant');
      if (last !== undefined) last.content = utteranceUntilInterrupt;
    });

  relay.closed.then(() => thinking.abort());
}
