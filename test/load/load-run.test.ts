import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { summarize } from '../../src/load/latencies.js';
import { type LoadResult, LoadRun } from '../../src/load/load-run.js';
import type { LoadPlan } from '../../src/load/plan.js';
import { webhook } from '../../src/node/index.js';
import { IncomingCall } from '../../src/payloads/voice/index.js';
import { voiceResponse } from '../../src/twiml/index.js';
import { type Received, sendXml, serve, serveHandler, type TestServer } from '../cli/serve.js';
import { authToken, makePlan } from './plan.js';

const servers: TestServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

const HELLO = '<Response><Say>Hello</Say><Pause length="60"/></Response>';
const MENU = '<Response><Gather action="/menu" numDigits="1"><Say>Press one.</Say></Gather></Response>';

/** Runs a plan against a server that answers as a test says. */
async function run(answer: (request: Received, response: ServerResponse) => unknown, changes: Partial<LoadPlan> = {}): Promise<LoadResult> {
  const server = await serve(answer);
  servers.push(server);
  return (await LoadRun.open(makePlan(server.origin, changes))).run();
}

function kindIn({ tally }: LoadResult, kind: string) {
  const found = tally.kinds.get(kind);
  if (found === undefined) throw new Error(`There is no ${kind} among ${[...tally.kinds.keys()].join(', ')}`);
  const { latency, ...counts } = found;
  return { ...counts, latencyMs: summarize(latency) };
}

const GOOD = { noAnswer: 0, misses: 0, serverErrors: 0, refused: 0, wrong: 0 };

describe('A run', () => {
  test('lets people call, press keys and hang up, and counts each kind of webhook', async () => {
    const result = await run(({ url }, response) => sendXml(response, url === '/voice' ? MENU : HELLO), {
      stories: [{ type: 'call', acts: [{ does: 'press', keys: '1' }], expected: ['Hello'] }],
      holdMs: 1500,
    });
    expect(result.tally.stories).toEqual({ started: 5, done: 5, failed: 0, cut: 0, dropped: 0 });
    expect([...result.tally.kinds.keys()].sort()).toEqual(['voice.gather', 'voice.incoming', 'voice.status.incoming']);
    for (const kind of ['voice.gather', 'voice.incoming', 'voice.status.incoming'])
      expect(kindIn(result, kind)).toMatchObject({ ...GOOD, count: 5 });
    expect([...result.tally.reasons]).toEqual([]);
  });

  test('lets people write, and read what is answered', async () => {
    const result = await run((_, response) => sendXml(response, '<Response><Message>Thank you.</Message></Response>'), {
      stories: [{ type: 'texts', bodies: ['Hello', 'Good-bye'], expected: ['Thank you'] }],
    });
    expect(result.tally.stories).toMatchObject({ started: 5, done: 5 });
    expect(kindIn(result, 'messaging.incoming')).toMatchObject({ ...GOOD, count: 10 });
  });

  test('takes whoever has a number for somebody new', async () => {
    const code = `export default async (phone, { number, ...rest }) => {
      const before = phone.messages.length;
      await phone.text(number, 'Hello');
      if (before !== 0 || phone.messages.length !== 2) throw new Error('Somebody has written before');
      if (Object.keys(rest).sort().join() !== 'index,random,signal,think') throw new Error('There is more to see than there should be');
    };`;
    const result = await run((_, response) => sendXml(response, '<Response><Message>Thank you.</Message></Response>'), {
      stories: [{ type: 'module', url: `data:text/javascript,${encodeURIComponent(code)}` }],
      people: 1,
      perSecond: 1,
      mostStories: 3,
    });
    expect([...result.tally.reasons]).toEqual([]);
    expect(result.tally.stories).toMatchObject({ started: 3, done: 3 });
  });

  test('signs what it sends, over connections that are used again', async () => {
    const handler = webhook(IncomingCall, { authToken, onRejected: () => undefined }, () => voiceResponse().say('Hello').hangup());
    let connections = 0;
    const server = await serveHandler((request, response) => {
      if (request.socket.bytesRead < 2000 && request.socket.bytesWritten === 0) connections += 1;
      return request.url === '/voice' ? handler(request, response) : request.resume().on('end', () => response.writeHead(204).end());
    });
    servers.push(server);
    const result = await (await LoadRun.open(makePlan(server.origin, { mostStories: 10, perSecond: 5 }))).run();
    expect(kindIn(result, 'voice.incoming')).toMatchObject({ ...GOOD, count: 10 });
    expect(connections).toBeLessThan(10);
  });

  test('measures answers as long as they take', async () => {
    let count = 0;
    const result = await run(
      async (_, response) => {
        count += 1;
        await pause(count % 10 === 0 ? 600 : 60);
        sendXml(response, HELLO);
      },
      { mostStories: 60, perSecond: 40, numbers: { '+12015550123': { voiceUrl: '/voice' } } },
    );
    const { latencyMs } = kindIn(result, 'voice.incoming');
    // A timer may go off a millisecond early.
    expect(latencyMs.p50).toBeGreaterThanOrEqual(58);
    expect(latencyMs.p50).toBeLessThan(600);
    expect(latencyMs.p95).toBeGreaterThanOrEqual(598);
    expect(latencyMs.max).toBeGreaterThanOrEqual(598);
  });

  test('leaves out what is due in the warm-up', async () => {
    const result = await run((_, response) => sendXml(response, HELLO), {
      mostStories: 20,
      perSecond: 20,
      warmUpMs: 500,
      numbers: { '+12015550123': { voiceUrl: '/voice' } },
    });
    expect(result.tally.warmUp).toBeGreaterThanOrEqual(9);
    expect(kindIn(result, 'voice.incoming').count).toBe(20 - result.tally.warmUp);
  });

  test('hesitates as long as it is told', async () => {
    const times: Record<string, number> = {};
    await run(
      ({ url }, response) => {
        times[url] = performance.now();
        sendXml(response, url === '/voice' ? MENU : HELLO);
      },
      { stories: [{ type: 'call', acts: [{ does: 'press', keys: '1' }], expected: [] }], mostStories: 1, thinkMs: [400, 400] },
    );
    expect((times['/menu'] ?? 0) - (times['/voice'] ?? 0)).toBeGreaterThanOrEqual(395);
  });
});

describe('An application that', () => {
  test('fails is counted by how it does', async () => {
    const answers: Record<string, (response: ServerResponse) => unknown> = {
      '/500': (response) => response.writeHead(500).end(),
      '/403': (response) => response.writeHead(403).end(),
      '/html': (response) => response.setHeader('content-type', 'text/html').end('<html><p>Oops</html>'),
      '/broken': (response) => response.destroy(),
    };
    const server = await serve(({ url }, response) => answers[url]?.(response));
    servers.push(server);
    const outcomes = Object.keys(answers).map(async (voiceUrl) => {
      const plan = makePlan(server.origin, { numbers: { '+12015550123': { voiceUrl } }, mostStories: 3 });
      const result = await (await LoadRun.open(plan)).run();
      const { count, latencyMs: _, ...counts } = kindIn(result, 'voice.incoming');
      expect(count).toBe(3);
      expect([...result.tally.reasons.values()].reduce((sum, times) => sum + times, 0)).toBeGreaterThanOrEqual(3);
      return [voiceUrl, counts];
    });
    expect(Object.fromEntries(await Promise.all(outcomes))).toEqual({
      '/500': { ...GOOD, serverErrors: 3 },
      '/403': { ...GOOD, refused: 3 },
      '/html': { ...GOOD, wrong: 3 },
      '/broken': { ...GOOD, noAnswer: 3 },
    });
  });

  test('is not there has answered nobody, and none of that looks quick', async () => {
    const server = await serve(() => undefined);
    await server.close();
    const result = await (
      await LoadRun.open(makePlan(server.origin, { mostStories: 3, numbers: { '+12015550123': { voiceUrl: '/voice' } } }))
    ).run();
    // Twilio tries once more where it cannot connect.
    expect(kindIn(result, 'voice.incoming')).toMatchObject({ count: 6, noAnswer: 6, latencyMs: { count: 0 } });
  });

  test('is frozen has missed the deadline, and the run ends', async () => {
    const result = await run(() => undefined, { mostStories: 3, numbers: { '+12015550123': { voiceUrl: '/voice' } } });
    const { latencyMs, ...counts } = kindIn(result, 'voice.incoming');
    expect(counts).toEqual({ ...GOOD, count: 3, misses: 3 });
    expect(latencyMs.p50).toBeGreaterThanOrEqual(14_000);
  });

  test('is frozen is not waited for longer than is said', async () => {
    const start = performance.now();
    const result = await run(() => undefined, { mostStories: 3, patienceMs: 300 });
    expect(performance.now() - start).toBeLessThan(14_000);
    expect(result.tally.stories).toMatchObject({ started: 3, done: 0, failed: 0, cut: 3 });
    expect([...result.tally.kinds.keys()]).toEqual([]);
  });

  test('does not say what is expected has failed people, not webhooks', async () => {
    const stories: LoadPlan['stories'] = [
      { type: 'call', acts: [], expected: ['Good morning'] },
      { type: 'call', acts: [{ does: 'press', keys: '1' }], expected: [] },
    ];
    const result = await run((_, response) => sendXml(response, '<Response><Say>Hello</Say><Hangup/></Response>'), {
      stories,
      mostStories: 4,
      holdMs: 20_000,
    });
    expect(result.tally.stories).toMatchObject({ done: 0, failed: 4 });
    expect(Object.fromEntries(result.tally.reasons)).toEqual({ '"Good morning" did not come.': 2, 'Nothing was there for --press 1.': 2 });
    expect(kindIn(result, 'voice.incoming')).toMatchObject({ ...GOOD, count: 4 });
  });
});

/** A server that answers at once, but for one second in which it answers nobody, half a second after the first request. */
function serveWithStall(): Promise<TestServer> {
  let from = Number.POSITIVE_INFINITY;
  return serve(async (_, response) => {
    const now = performance.now();
    if (from === Number.POSITIVE_INFINITY) from = now + 500;
    if (now >= from && now < from + 1000) await pause(from + 1000 - now);
    sendXml(response, HELLO);
  });
}

describe('A stall of a second', () => {
  test('shows in all who were due in it', async () => {
    const server = await serveWithStall();
    servers.push(server);
    const plan = makePlan(server.origin, { perSecond: 40, mostStories: 100, numbers: { '+12015550123': { voiceUrl: '/voice' } } });
    const { latencyMs } = kindIn(await (await LoadRun.open(plan)).run(), 'voice.incoming');
    // Forty of a hundred were due in that second, and waited for what was left of it: from a whole second down to nothing.
    expect(latencyMs.count).toBe(100);
    expect(latencyMs.max).toBeGreaterThanOrEqual(900);
    expect(latencyMs.p90).toBeGreaterThanOrEqual(600);
  });

  test('is seen once by who waits for each answer before the next request', async () => {
    const server = await serveWithStall();
    servers.push(server);
    const waits: number[] = [];
    for (const end = performance.now() + 2500; performance.now() < end; ) {
      const start = performance.now();
      await (await fetch(server.origin)).text();
      waits.push(performance.now() - start);
      await pause(25);
    }
    expect(waits.filter((ms) => ms > 500)).toHaveLength(1);
  });
});

test('Whoever is far too late does not come, so that a generator that cannot keep up comes to its end', async () => {
  const { tally } = await run((_, response) => sendXml(response, HELLO), { latestMs: -1 });
  expect(tally.stories).toEqual({ started: 0, done: 0, failed: 0, cut: 0, dropped: 5 });
});

describe('A run that is stopped', () => {
  test('ends at once, tells what there is, and holds nothing of what it broke off against the application', async () => {
    const server = await serve(async ({ url }, response) => {
      if (url === '/voice') sendXml(response, HELLO);
    });
    servers.push(server);
    const plan = makePlan(server.origin, {
      perSecond: 20,
      mostStories: 100_000,
      holdMs: 60_000,
      stories: [{ type: 'call', acts: [], expected: ['Hello'] }],
    });
    const load = await LoadRun.open(plan);
    const running = load.run();
    while (load.pulse.sent < 10) await pause(20);
    expect(load.pulse).toMatchObject({ live: load.pulse.started, wrong: 0 });
    load.stop();
    const result = await running;
    expect(result.interrupted).toBe(true);
    expect(kindIn(result, 'voice.incoming')).toMatchObject(GOOD);
    expect(kindIn(result, 'voice.incoming').count).toBeGreaterThanOrEqual(10);
    expect(result.tally.stories).toMatchObject({ done: 0, failed: 0, cut: result.tally.stories.started });
    expect([...result.tally.kinds.keys()]).toEqual(['voice.incoming']);
  });
});
