// Measures the handler over real HTTP on loopback, on every framework beside what the framework takes to answer a constant, and on Express
// beside `twilio.webhook()` doing the same job; then on Lambda and in web handlers, without HTTP. What is compared is the time of the processor
// that the server takes, since the clock's depends on whatever else the machine does. Then it runs the handler for 30 seconds with good, bad,
// huge and slow requests at once, to see that none is lost and that memory comes back. Needs a build, and Koa from
// `node tools/install-folder.js test/frameworks`; prints a section of Markdown, and with `--write` puts it into docs/benchmarks.md.
import { Agent, request as send } from 'node:http';
import { measureCalls } from './calls.js';
import { median, report, table, versionOf } from './measure.js';
import { ask, form, openLoad, startServer } from './requests.js';

const CONNECTIONS = 16;
const ROUNDS = 15;
const ROUND_MS = 400;
/** Engines have compiled what is worth it by then. */
const WARM_ANSWERS = 8000;
const MIXED_MS = 30_000;

/** What runs on each framework: its floor first. */
const RIVALS = {
  Node: ['node', 'ringback/node'],
  Express: ['express', 'express.urlencoded', 'twilio.webhook', 'ringback/express'],
  Fastify: ['fastify', 'ringback/fastify'],
  Koa: ['koa', 'ringback/koa'],
};

const TITLES = {
  'express.urlencoded': '`express.urlencoded()` and a constant',
  'twilio.webhook': '`express.urlencoded()` and `twilio.webhook()`',
};

/** The median microseconds of each server; they take turns, each time in another order. */
async function compare() {
  const names = Object.values(RIVALS).flat();
  const loads = [];
  for (const name of names) {
    const load = await openLoad(await startServer(name), CONNECTIONS);
    for (let answers = 0; answers < WARM_ANSWERS; ) answers += (await load.measure(ROUND_MS)).answers;
    loads.push({ name, load, times: [] });
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { load, times } of [...loads.slice(round % loads.length), ...loads.slice(0, round % loads.length)])
      times.push((await load.measure(ROUND_MS)).time);
  }
  for (const { load } of loads) load.close();
  return Object.fromEntries(loads.map(({ name, times }) => [name, median(times)]));
}

/** A table of all frameworks: what an answer takes, and what of that is not the framework's own. */
function describe(times) {
  const rows = Object.entries(RIVALS).flatMap(([framework, names]) =>
    names.map((name, at) => {
      const floor = times[names[0]];
      const title = TITLES[name] ?? (at === 0 ? 'a constant: the floor' : `\`${name}\``);
      return [
        `${framework}: ${title}`,
        `${times[name].toFixed(0)} µs`,
        (times[name] / floor).toFixed(2),
        `${(times[name] - floor).toFixed(0)} µs`,
      ];
    }),
  );
  return table(['an answer', 'processor time', 'of the floor', 'above the floor'], rows);
}

/** Sends one request; `slowly` a piece at a time. Resolves to the status, or to the code of an error. */
function post({ url, signature }, agent, { body = form, sign = signature, slowly = false } = {}) {
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

const kinds = {
  good: { title: 'signed', expected: [200], parts: () => ({}) },
  bad: { title: 'signed wrongly', expected: [403], parts: () => ({ sign: 'AAAAAAAAAAAAAAAAAAAAAAAAAAA=' }) },
  // The server hangs up once it has answered; the client may see that before the answer while it is still sending.
  huge: { title: 'of 2 MiB', expected: [413, 'ECONNRESET', 'EPIPE'], parts: () => ({ body: `Body=${'x'.repeat(2 * 1024 * 1024)}` }) },
  slow: { title: 'signed, sent in half a second', expected: [200], parts: () => ({ slowly: true }) },
};

async function mix() {
  const server = await startServer('ringback/express');
  const agents = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, new Agent({ keepAlive: true, maxSockets: 8 })]));
  for (let warm = 0; warm < 3000; warm += 1) await post(server, agents.good);
  const before = await ask(server, 'memory');
  const counts = {};
  const until = performance.now() + MIXED_MS;
  const work = async (kind) => {
    while (performance.now() < until) {
      const outcome = await post(server, agents[kind], kinds[kind].parts());
      counts[kind] ??= {};
      counts[kind][outcome] = (counts[kind][outcome] ?? 0) + 1;
    }
  };
  await Promise.all(Object.keys(kinds).flatMap((kind) => Array.from({ length: 4 }, () => work(kind))));
  const after = await ask(server, 'memory');
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

const times = await compare();
const calls = await measureCalls();
const mixed = await mix();
const rival = times['twilio.webhook'];
const [ours, floor] = [times['ringback/express'], times.express];
const [ratio, share] = [ours / rival, (ours - floor) / (rival - floor)];
const section = [
  'A server that answers an incoming message over real HTTP on loopback, on sixteen connections: it verifies the signature, reads the form and answers in TwiML. ' +
    `What counts is the time of the server's processor, its median over rounds in which the rivals take turns. Node ${process.versions.node}, Express ${versionOf('express')}, Fastify ${versionOf('fastify')}, twilio ${versionOf('twilio')}. By \`node bench/webhook.js --write\`.`,
  '',
  describe(times),
  '',
  `On Express ringback takes ${ratio.toFixed(2)} of the time of \`express.urlencoded()\` and \`twilio.webhook()\`. Bare Express is ${(floor / rival).toFixed(2)} of it already: of what is left to be saved, what each adds to bare Express, ringback adds ${share.toFixed(2)} of what the two add.`,
  '',
  'Without HTTP: a call of the function that a platform would call.',
  '',
  calls.text,
  '',
  `Then ${MIXED_MS / 1000} seconds of all this at once on Express, on sixteen connections. The server hangs up on bodies that are too large, so that a client that is still sending may see ECONNRESET or EPIPE in place of the 413.`,
  '',
  ...mixed,
].join('\n');
report({
  heading: 'Handler',
  text: section,
  goals: [
    ['an answer on Express', 'at most 0.6× of `express.urlencoded()` and `twilio.webhook()`', `${ratio.toFixed(2)}×`],
    ['the same, above bare Express', 'at most 0.6× of what those add', `${share.toFixed(2)}×`],
    ['a request refused, on Lambda', 'at most 2× of answering it, GET included', `${calls.refusing.toFixed(1)}×`],
    ['an answer on Node', 'at most 2.5× of a server that answers a constant', `${(times['ringback/node'] / times.node).toFixed(1)}×`],
  ],
});
