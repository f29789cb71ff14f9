import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { LoadRun } from '../../src/load/load-run.js';
import { sendXml, serveHandler } from '../cli/serve.js';
import { makePlan } from './plan.js';

test('A run takes no more memory the longer it goes on', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const server = await serveHandler((request, response) => {
    request.resume();
    sendXml(
      response,
      request.url === '/voice' ? '<Response><Say>Hello</Say><Hangup/></Response>' : '<Response><Message>Thank you.</Message></Response>',
    );
  });
  const plan = makePlan(server.origin, {
    perSecond: 250,
    mostStories: 2050,
    people: 100,
    stories: [
      { type: 'call', acts: [{ does: 'hang-up' }], expected: [] },
      { type: 'texts', bodies: ['Hello'], expected: ['Thank you'] },
    ],
  });
  const load = await LoadRun.open(plan);
  const running = load.run();
  const usedAfter = async (people: number) => {
    while (load.pulse.started < people) await new Promise((resolve) => setTimeout(resolve, 5));
    collect();
    return process.memoryUsage().heapUsed;
  };
  const before = await usedAfter(1000);
  const after = await usedAfter(2000);
  const { tally } = await running;
  await server.close();
  expect(tally.stories).toMatchObject({ started: 2050, done: 2050 });
  // A thousand people of whom everything is kept take nine megabytes.
  expect(after - before).toBeLessThan(4 * 1024 * 1024);
}, 600_000);
