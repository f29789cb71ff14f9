// A small application with the three sorts of webhooks that Twilio has: one that answers a message, two that steer a call, and one that is
// only told. This is all the code that such an application needs.
import { createServer } from 'node:http';
import { messagingResponse, voiceResponse } from 'ringback';
import { webhook } from 'ringback/node';
import { IncomingMessage } from 'ringback/payloads/messaging';
import { GatherResult, IncomingCall, RecordVerbRecording } from 'ringback/payloads/voice';

/**
 * Makes the application's server.
 *
 * @param {object} settings
 * @param {string} settings.authToken The auth token of the Twilio account.
 * @param {string} settings.publicUrl Where Twilio reaches the server, such as `https://example.com`: signatures are made for this URL.
 * @param {(event: string, details: unknown) => void} settings.report Hears of every payload and of every refused request.
 */
export function createApp({ authToken, publicUrl, report }) {
  const options = { authToken, publicUrl, onRejected: (/** @type {unknown} */ error) => report('refused', error) };
  const menu = 'Press 1 for sales, or 2 to leave a message.';

  const routes = {
    '/sms': webhook(IncomingMessage, options, (message) => {
      report('payload', message);
      return messagingResponse().message(`You said "${message.Body}". ${message.Media.length} pictures came along.`);
    }),

    '/voice': webhook(IncomingCall, options, (call) => {
      report('payload', call);
      return voiceResponse()
        .gather({ action: '/menu', numDigits: 1, timeout: 5 }, (gather) => gather.say(`Welcome, caller from ${call.FromCity}! ${menu}`))
        .redirect('/voice');
    }),

    '/menu': webhook(GatherResult, options, (result) => {
      report('payload', result);
      if (result.Digits === '1') return voiceResponse().say('Sales will call you back.').hangup();
      return voiceResponse().say({ voice: 'Polly.Joanna' }, 'We are closed. Please call again.').hangup();
    }),

    // Twilio only tells that a recording is ready. Nothing is returned, and the answer is a 204.
    '/recording': webhook(RecordVerbRecording, options, (recording) => {
      report('payload', recording);
    }),
  };

  return createServer((request, response) => {
    const path = new URL(request.url ?? '/', publicUrl).pathname;
    const route = routes[/** @type {keyof typeof routes} */ (path)];
    if (route === undefined) response.writeHead(404).end();
    else route(request, response);
  });
}
