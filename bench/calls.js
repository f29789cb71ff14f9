// What a handler takes where a platform calls a function: AWS Lambda, and runtimes that speak web `Request` and `Response`. Beside it the floor,
// a function that reads the body and answers a constant, and on Lambda what one would write with twilio; and what it takes to refuse.
import twilio from 'twilio';
import { messagingResponse } from '../dist/index.js';
import * as onLambda from '../dist/lambda/index.js';
import { IncomingMessage } from '../dist/payloads/messaging/index.js';
import { signRequest } from '../dist/signature/index.js';
import { webhook } from '../dist/webhook/index.js';
import { median, table } from './measure.js';
import { authToken, form } from './requests.js';

const ROUNDS = 25;
const CALLS = 2000;
const XML = 'text/xml; charset=utf-8';
const CONSTANT =
  '<?xml version="1.0" encoding="UTF-8"?><Response><Message>You said Hello there, what time do you open?</Message></Response>';
const url = 'https://example.com/sms';
const headers = {
  host: 'example.com',
  'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
  'x-twilio-signature': signRequest({ url, body: form }, { authToken }),
};
const event = {
  version: '2.0',
  rawPath: '/sms',
  rawQueryString: '',
  headers,
  requestContext: { domainName: 'example.com', http: { method: 'POST', path: '/sms' } },
  body: Buffer.from(form).toString('base64'),
  isBase64Encoded: true,
};
/** The same message by GET, as a number can be set to. */
const got = `${url}?${form}`;
const getEvent = {
  ...event,
  rawQueryString: form,
  headers: { host: 'example.com', 'x-twilio-signature': signRequest({ url: got, method: 'GET' }, { authToken }) },
  requestContext: { domainName: 'example.com', http: { method: 'GET', path: '/sms' } },
  body: undefined,
};
const badlySigned = (given) => ({ ...given, headers: { ...given.headers, 'x-twilio-signature': 'AAAAAAAAAAAAAAAAAAAAAAAAAAA=' } });
const options = { authToken };
const answer = (message) => messagingResponse().message(`You said ${message.Body}`);
const answerEvent = onLambda.webhook(IncomingMessage, options, answer);
const answerRequest = webhook(IncomingMessage, options, answer);
const makeRequest = () => new Request(url, { method: 'POST', headers, body: form });

/** By twilio on Lambda: what its guides show. */
async function answerByTwilio({ headers: given, body }) {
  const parameters = Object.fromEntries(new URLSearchParams(Buffer.from(body, 'base64').toString()));
  if (!twilio.validateRequest(authToken, given['x-twilio-signature'], url, parameters)) return { statusCode: 403 };
  const reply = new twilio.twiml.MessagingResponse();
  reply.message(`You said ${parameters.Body}`);
  return { statusCode: 200, headers: { 'content-type': XML }, body: reply.toString() };
}

/** @typedef {() => Promise<{ readonly status?: number, readonly statusCode?: number }>} Call */

/** @type {Readonly<Record<string, Call>>} */
const rivals = {
  'Lambda: a constant': async () => ({ statusCode: 200, headers: { 'content-type': XML }, body: CONSTANT }),
  'Lambda: `twilio.validateRequest()`': () => answerByTwilio(event),
  'Lambda: `ringback/lambda`': () => answerEvent(event),
  'Lambda: `ringback/lambda`, a GET': () => answerEvent(getEvent),
  'web: a constant, the body read': async () => {
    await makeRequest().arrayBuffer();
    return new Response(CONSTANT, { headers: { 'content-type': XML } });
  },
  'web: `ringback/webhook`': () => answerRequest(makeRequest()),
};

const forged = badlySigned(event);
const forgedGet = badlySigned(getEvent);

/** @type {Readonly<Record<string, Call>>} */
const refusals = {
  'Lambda: `ringback/lambda`, refusing': () => answerEvent(forged),
  'Lambda: `ringback/lambda`, refusing a GET': () => answerEvent(forgedGet),
};

/** A table of Markdown, and how many times as long as to answer a request it takes to refuse it, at most. */
export async function measureCalls() {
  const entries = [
    ...Object.entries(rivals).map(([name, run]) => ({ name, run, expected: 200, times: /** @type {number[]} */ ([]) })),
    ...Object.entries(refusals).map(([name, run]) => ({ name, run, expected: 403, times: /** @type {number[]} */ ([]) })),
  ].sort((one, other) => order(one.name) - order(other.name));
  // Refusals are logged, a limited number of them: where to is not what is measured.
  console.warn = () => undefined;
  for (const { name, run, expected } of entries) {
    const { status, statusCode = status } = await run();
    if (statusCode !== expected) throw new Error(`${name} answered ${statusCode}`);
    for (let warm = 0; warm < 5; warm += 1) await time(run);
  }
  for (let round = 0; round < ROUNDS; round += 1) for (const { run, times } of entries) times.push(await time(run));
  const medians = Object.fromEntries(entries.map(({ name, times }) => [name, median(times) ?? Number.NaN]));
  const ratio = (name) =>
    (medians[name] ?? Number.NaN) / (medians[name.replace(', refusing a', ', a').replace(', refusing', '')] ?? Number.NaN);
  return {
    text: table(
      ['a call', 'processor time'],
      Object.entries(medians).map(([name, time]) => [name, `${time.toFixed(1)} µs`]),
    ),
    refusing: Math.max(...Object.keys(refusals).map(ratio)),
  };
}

/** Lambda first. */
function order(name) {
  return name.startsWith('Lambda') ? 0 : 1;
}

async function time(run) {
  const start = process.cpuUsage();
  for (let call = 0; call < CALLS; call += 1) await run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / CALLS;
}
