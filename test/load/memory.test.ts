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
    mostStories: 2000,
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
  const after = await usedAfter(1900);
  const { tally } = await running;
  await server.close();
  expect(tally.stories).toMatchObject({ started: 2000, done: 2000 });
  // Nine hundred people of whom everything is kept take more than ten megabytes.
  expect(after - before).toBeLessThan(4 * 1024 * 1024);
});
