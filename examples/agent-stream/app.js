// A voice agent that gets the caller's sound and sends its own: Twilio's Media Streams carry both.
import { createServer } from 'node:http';
import { voiceResponse } from 'ringback';
import { verifyUpgrade, webhook } from 'ringback/node';
import { IncomingCall } from 'ringback/payloads/voice';
import { mediaStream } from 'ringback/webhook';
import { WebSocketServer } from 'ws';
import { isLoud } from './speech.js';

/** When the caller has been silent for so long, it is the agent's turn. */
const SILENT_FRAMES = 15;

/** Twenty milliseconds of mu-law. */
const FRAME_BYTES = 160;

/**
 * @typedef {(speech: Buffer, signal: AbortSignal) => AsyncIterable<Buffer>} Agent Answers what the caller said with sound, piece by piece;
 * both are mu-law of 8000 samples a second.
 */

/**
 * Makes the application's server.
 *
 * @param {object} settings
 * @param {string} settings.authToken The auth token of the Twilio account.
 * @param {string} settings.publicUrl Where Twilio reaches the server, such as `https://example.com`.
 * @param {Agent} settings.agent
 * @param {(event: string) => void} [settings.report] Hears what happens.
 */
export function createApp({ authToken, publicUrl, agent, report = () => undefined }) {
  const options = { authToken, publicUrl };
  const url = `${publicUrl.replace(/^http/, 'ws')}/media`;
  const voice = webhook(IncomingCall, options, () =>
    voiceResponse()
      .connect((connect) => connect.stream({ url }))
      .say('Good bye.'),
  );

  const sockets = new WebSocketServer({ noServer: true });
  const server = createServer((request, response) => {
    if (request.url === '/voice') voice(request, response);
    else response.writeHead(404).end();
  });
  server.on('upgrade', async (request, socket, head) => {
    try {
      await verifyUpgrade(request, options);
      sockets.handleUpgrade(request, socket, head, (webSocket) => talk(webSocket, agent, report));
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
 * @param {Agent} agent
 * @param {(event: string) => void} report
 */
function talk(socket, agent, report) {
  /** @type {Buffer[]} */
  let speech = [];
  let silentFrames = 0;
  /** @type {AbortController | undefined} */
  let answering;

  const stream = mediaStream(socket)
    .on('media', ({ streamSid, media }) => {
      const frame = Buffer.from(media.payload, 'base64');
      if (isLoud(frame)) {
        silentFrames = 0;
        speech.push(frame);
        // The caller speaks over the agent: what was sent and not heard yet is dropped.
        if (answering !== undefined) {
          answering.abort();
          answering = undefined;
          stream.send({ event: 'clear', streamSid });
          report('interrupted');
        }
        return;
      }
      silentFrames += 1;
      if (silentFrames !== SILENT_FRAMES || speech.length === 0) return;
      const said = Buffer.concat(speech);
      speech = [];
      answer(streamSid, said);
    })
    .on('dtmf', ({ dtmf }) => {
      if (dtmf.digit === '0') socket.close();
    });

  /** @param {string} streamSid @param {Buffer} said */
  async function answer(streamSid, said) {
    answering = new AbortController();
    const { signal } = answering;
    for await (const sound of agent(said, signal)) {
      for (let at = 0; at < sound.length; at += FRAME_BYTES) {
        const payload = sound.subarray(at, at + FRAME_BYTES).toString('base64');
        if (signal.aborted || !stream.send({ event: 'media', streamSid, media: { payload } })) return;
      }
      await stream.drained();
    }
    report(await stream.waitForMark('answer'));
    if (answering?.signal === signal) answering = undefined;
  }

  stream.closed.then(() => answering?.abort());
}
