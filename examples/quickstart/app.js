// A small application with the sorts of webhooks that Twilio has: one that answers a message, four that steer a call, and one that is only
// told. This is all the code that such an application needs.
import { createServer } from 'node:http';
import { messagingResponse, voiceResponse } from 'ringback';
import { webhook } from 'ringback/node';
import { IncomingMessage } from 'ringback/payloads/messaging';
import { DialResult, GatherResult, IncomingCall, RecordResult, RecordVerbRecording } from 'ringback/payloads/voice';

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
      if (result.Digits === '1') return voiceResponse().dial({ action: '/dialled', timeout: 10 }, '+14155550199');
      return askForMessage();
    }),

    '/dialled': webhook(DialResult, options, (result) => {
      report('payload', result);
      return result.DialCallStatus === 'completed' ? voiceResponse().hangup() : askForMessage();
    }),

    '/recorded': webhook(RecordResult, options, (result) => {
      report('payload', result);
      return voiceResponse().say({ voice: 'Polly.Joanna' }, 'Thank you. We will call you back.').hangup();
    }),

    // Twilio only tells that a recording is ready. Nothing is returned, and the answer is a 204.
    '/recording': webhook(RecordVerbRecording, options, (recording) => {
      report('payload', recording);
    }),
  };

  const askForMessage = () =>
    voiceResponse()
      .say('Please leave a message after the beep.')
      .record({ action: '/recorded', recordingStatusCallback: '/recording', maxLength: 60 });

  return createServer((request, response) => {
    const path = new URL(request.url ?? '/', publicUrl).pathname;
    const route = routes[/** @type {keyof typeof routes} */ (path)];
    if (route === undefined) response.writeHead(404).end();
    else route(request, response);
  });
}
