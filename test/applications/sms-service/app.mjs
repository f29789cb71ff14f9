// A service that sends texts: opt-outs, and a status that never goes back, in Redis. It verifies signatures, and knows nothing of ringback.
import express from 'express';
import { createClient } from 'redis';
import twilio from 'twilio5';

const { TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_PHONE_NUMBER, PUBLIC_URL, REDIS_URL, PORT } = process.env;
const client = twilio(TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN);
const redis = createClient({ url: REDIS_URL });
await redis.connect();

const RANKS = { queued: 0, sending: 1, sent: 2, delivered: 3, undelivered: 3, failed: 3, read: 4 };
const isStop = (text) => /^(?:stop|unsubscribe|cancel|end|quit)$/i.test(text.trim());
const isStart = (text) => /^(?:start|unstop)$/i.test(text.trim());

/** Keeps a status unless a later one is known. */
async function keepStatus(sid, status, errorCode) {
  const known = await redis.hGet(`message:${sid}`, 'status');
  await redis.rPush(`history:${sid}`, status);
  if (known !== null && RANKS[status] <= RANKS[known]) return;
  await redis.hSet(`message:${sid}`, { status, ...(errorCode && { errorCode }) });
}

const app = express();
app.use(express.urlencoded({ extended: false }));
app.use(express.json());

const verified = (request, response, next) => {
  const signature = request.header('X-Twilio-Signature') ?? '';
  if (twilio.validateRequest(TWILIO_AUTH_TOKEN, signature, `${PUBLIC_URL}${request.originalUrl}`, request.body)) return next();
  response.sendStatus(403);
};

app.post('/sms', verified, async (request, response) => {
  const { From: from, Body: body } = request.body;
  const twiml = new twilio.twiml.MessagingResponse();
  if (isStop(body)) {
    await redis.sAdd('opted-out', from);
  } else if (isStart(body)) {
    await redis.sRem('opted-out', from);
    twiml.message('Welcome back.');
  } else {
    twiml.message(`Thank you for "${body}".`);
  }
  response.type('text/xml').send(twiml.toString());
});

app.post('/status', verified, async (request, response) => {
  const { MessageSid: sid, MessageStatus: status, ErrorCode: errorCode } = request.body;
  await keepStatus(sid, status, errorCode);
  response.sendStatus(204);
});

/** What other programs of the same house ask for. */
app.post('/send', async (request, response) => {
  const { to, body } = request.body;
  if (await redis.sIsMember('opted-out', to)) return response.status(409).json({ error: 'opted out' });
  try {
    const { sid, status } = await client.messages.create({ to, from: TWILIO_PHONE_NUMBER, body, statusCallback: `${PUBLIC_URL}/status` });
    await keepStatus(sid, status);
    response.status(201).json({ sid });
  } catch ({ status, code }) {
    response.status(502).json({ status, code });
  }
});

app.get('/messages/:sid', async (request, response) => {
  const { sid } = request.params;
  response.json({ ...(await redis.hGetAll(`message:${sid}`)), history: await redis.lRange(`history:${sid}`, 0, -1) });
});

const server = app.listen(PORT, '127.0.0.1', () => console.log(`listening ${server.address().port}`));
