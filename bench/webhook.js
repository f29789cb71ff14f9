// Measures the handler over real HTTP on loopback, against Express with `twilio.webhook()` doing the same job, and then runs it for 30
// seconds with good, bad, huge and slow requests at once, to see that none is lost and that memory comes back. What is compared is the time of the
// processor that the server takes, since the clock's depends on whatever else the machine does. Needs a build; prints a section of Markdown,
// and with `--write` puts it into docs/benchmarks.md.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request as send } from 'node:http';
import twilio from 'twilio';
import { median, report, versionOf } from './measure.js';

const authToken = '0123456789abcdef0123456789abcdef';
const CONNECTIONS = 16;
const ROUNDS = 6;
const ROUND_MS = 3000;
const MIXED_MS = 30_000;

const form = new URLSearchParams({
  ToCountry: 'US',
  ToState: 'CA',
  SmsMessageSid: 'SM11223344556677889900aabbccddeeff',
  NumMedia: '0',
  ToCity: 'SAN FRANCISCO',
  FromZip: '94105',
  SmsSid: 'SM11223344556677889900aabbccddeeff',
  FromState: 'CA',
  SmsStatus: 'received',
  FromCity: 'SAN FRANCISCO',
  Body: 'Hello there, what time do you open?',
  FromCountry: 'US',
  To: '+12015550123',
  ToZip: '94105',
  NumSegments: '1',
  MessageSid: 'SM11223344556677889900aabbccddeeff',
  AccountSid: 'AC0123456789abcdef0123456789abcdef',
  From: '+14155550100',
  ApiVersion: '2010-04-01',
}).toString();

/** @param {'ringback' | 'twilio'} which */
async function startServer(which) {
  const child = fork(new URL('webhook-server.js', import.meta.url), [which, authToken], { execArgv: ['--expose-gc'] });
  const [{ port }] = await once(child, 'message');
  const url = `http://127.0.0.1:${port}/sms`;
  const signature = twilio.getExpectedTwilioSignature(authToken, url, Object.fromEntries(new URLSearchParams(form)));
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  return { child, url, signature, agent, usageUrl: `http://127.0.0.1:${port}/usage` };
}

/** Sends one request; `slowly` a piece at a time. Resolves to the status, or to the code of an error. */
function post({ url, signature, agent }, { body = form, sign = signature, slowly = false } = {}) {
  return new Promise((resolve) => {
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': Buffer.byteLength(body),
      'x-twilio-signature': sign,
    };
    const request = send(url, { method: 'POST', agent, headers }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode));
    });
    request.on('error', ({ code }) => resolve(code));
    if (slowly) dripBody(request, body);
    else request.end(body);
  });
}

async function dripBody(request, body) {
  const size = Math.ceil(body.length / 10);
  for (let at = 0; at < body.length; at += size) {
    request.write(body.slice(at, at + size));
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  request.end();
}

/** Keeps all connections busy for a while; the microseconds of the processor that the server spent on each answer. */
async function measure(server) {
  const before = await readUsage(server);
  const until = performance.now() + ROUND_MS;
  let answers = 0;
  const work = async () => {
    while (performance.now() < until) {
      const status = await post(server);
      if (status !== 200) throw new Error(`${server.url} answered ${status}`);
      answers += 1;
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, work));
  return ((await readUsage(server)).cpu - before.cpu) / answers;
}

async function compare() {
  const servers = { ringback: await startServer('ringback'), twilio: await startServer('twilio') };
  const times = { ringback: [], twilio: [] };
  for (let round = -2; round < ROUNDS; round += 1) {
    for (const which of round % 2 === 0 ? ['ringback', 'twilio'] : ['twilio', 'ringback']) {
      const time = await measure(servers[which]);
      if (round >= 0) times[which].push(time);
    }
  }
  for (const { child, agent } of Object.values(servers)) {
    agent.destroy();
    child.disconnect();
  }
  const [ours, theirs] = [median(times.ringback), median(times.twilio)];
  return [
    '| on Express | processor time an answer | of ringback |',
    '| --- | ---: | ---: |',
    `| ringback | ${ours.toFixed(0)} µs | 1.00 |`,
    `| \`express.urlencoded()\` and \`twilio.webhook()\` | ${theirs.toFixed(0)} µs | ${(theirs / ours).toFixed(2)} |`,
  ];
}

const kinds = {
  good: { title: 'signed', expected: [200], parts: () => ({}) },
  bad: { title: 'signed wrongly', expected: [403], parts: () => ({ sign: 'AAAAAAAAAAAAAAAAAAAAAAAAAAA=' }) },
  // The server hangs up once it has answered; the client may see that before the answer while it is still sending.
  huge: { title: 'of 2 MiB', expected: [413, 'ECONNRESET', 'EPIPE'], parts: () => ({ body: `Body=${'x'.repeat(2 * 1024 * 1024)}` }) },
  slow: { title: 'signed, sent in half a second', expected: [200], parts: () => ({ slowly: true }) },
};

async function mix() {
  const server = await startServer('ringback');
  const agents = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, new Agent({ keepAlive: true, maxSockets: 8 })]));
  for (let warm = 0; warm < 3000; warm += 1) await post({ ...server, agent: agents.good });
  const before = await readUsage(server);
  const counts = {};
  const until = performance.now() + MIXED_MS;
  const work = async (kind) => {
    while (performance.now() < until) {
      const outcome = await post({ ...server, agent: agents[kind] }, kinds[kind].parts());
      counts[kind] ??= {};
      counts[kind][outcome] = (counts[kind][outcome] ?? 0) + 1;
    }
  };
  await Promise.all(Object.keys(kinds).flatMap((kind) => Array.from({ length: 4 }, () => work(kind))));
  const after = await readUsage(server);
  for (const agent of Object.values(agents)) agent.destroy();
  server.child.disconnect();
  const rows = Object.entries(kinds).map(([kind, { title, expected }]) => {
    const outcomes = Object.entries(counts[kind] ?? {});
    const lost = outcomes.filter(([outcome]) => !expected.map(String).includes(outcome));
    if (lost.length > 0 || outcomes.length === 0) process.exitCode = 1;
    const count = lost.reduce((sum, [, times]) => sum + times, 0);
    return `| ${title} | ${outcomes.map(([outcome, times]) => `${times} × ${outcome}`).join(', ')} | ${count} |`;
  });
  const show = ({ heapUsed, external }) => `${((heapUsed + external) / 1_048_576).toFixed(1)} MiB`;
  return [
    '| requests | answers | lost |',
    '| --- | --- | ---: |',
    ...rows,
    '',
    `The server had ${show(before)} of memory in use before and ${show(after)} after, once its garbage was collected.`,
  ];
}

async function readUsage({ usageUrl }) {
  return (await fetch(usageUrl)).json();
}

const ratio = await compare();
const mixed = await mix();
const section = [
  'An Express server that answers an incoming message over real HTTP on loopback: it verifies the signature, reads the form and answers in TwiML. ' +
    `What counts is the time of the server's processor, its median over rounds in which the rivals take turns. Node ${process.versions.node}, Express ${versionOf('express')}, twilio ${versionOf('twilio')}. By \`node bench/webhook.js --write\`.`,
  '',
  ...ratio,
  '',
  `Then ${MIXED_MS / 1000} seconds of all this at once, on sixteen connections. The server hangs up on bodies that are too large, so that a client that is still sending may see ECONNRESET or EPIPE in place of the 413.`,
  '',
  ...mixed,
].join('\n');
report({ heading: 'Handler', text: section, goals: [] });
