// The server that bench/webhook.js calls: an Express application that answers messages, with `twilio.webhook()` or with ringback. Both
// verify the signature, read the form, answer in TwiML and refuse what is not signed.
import express from 'express';
import twilio from 'twilio';
import { webhook } from '../dist/express/index.js';
import { messagingResponse } from '../dist/index.js';
import { IncomingMessage } from '../dist/payloads/messaging/index.js';

const [, , which = 'ringback', authToken = ''] = process.argv;
const app = express();

if (which === 'twilio') {
  app.post('/sms', express.urlencoded({ extended: false }), twilio.webhook(authToken), (request, response) => {
    const reply = new twilio.twiml.MessagingResponse();
    reply.message(`You said ${request.body.Body}`);
    response.type('text/xml').send(reply.toString());
  });
} else {
  const options = { authToken, onRejected: () => undefined };
  app.post(
    '/sms',
    webhook(IncomingMessage, options, (message) => messagingResponse().message(`You said ${message.Body}`)),
  );
}

// What is in use once the garbage is gone, for the run that looks for leaks, and the time of the processor that was spent before that.
app.get('/usage', (_request, response) => {
  const { user, system } = process.cpuUsage();
  globalThis.gc?.();
  globalThis.gc?.();
  response.json({ ...process.memoryUsage(), cpu: user + system });
});

const server = app.listen(0, '127.0.0.1', () => process.send?.(server.address()));
// A connection that rests while the rival has its turn is still there afterwards.
server.keepAliveTimeout = 120_000;
process.on('disconnect', () => process.exit());
