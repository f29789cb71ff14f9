// Measures what the emulator itself costs: calls of twenty webhooks through a menu, against the floor, which is the same requests made, signed
// and answered without anybody who runs documents. Then a thousand calls at once, to see that the cost of each does not grow with their
// number. Runs what is published, ./dist, and prints a section of Markdown; with `--write` it puts the section into docs/benchmarks.md.
import { createEmulator } from '../dist/emulator/index.js';
import { GatherResult } from '../dist/payloads/index.js';
import { signedRequest } from '../dist/testing/index.js';
import { median, report, table } from './measure.js';

const WEBHOOKS = 20;
const NUMBER = '+15550001111';
const menu = '<Response><Gather action="/menu" numDigits="1"><Say>Press one.</Say></Gather></Response>';

async function answer(request) {
  await request.text();
  return new Response(menu, { headers: { 'content-type': 'text/xml' } });
}

/** So many calls at once: each presses a key nineteen times. */
async function call(count) {
  const twilio = createEmulator({ app: { fetch: answer }, numbers: { [NUMBER]: '/menu' } });
  await Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const one = await twilio.phone(`+1415${String(index).padStart(7, '0')}`).call(NUMBER);
      for (let key = 1; key < WEBHOOKS; key += 1) await one.press('1');
      await one.hangUp();
    }),
  );
  await twilio.idle();
  if (twilio.webhooks.length !== count * WEBHOOKS) throw new Error(`${twilio.webhooks.length} webhooks came of ${count} calls`);
  await twilio.close();
}

async function sendAlone(count) {
  for (let index = 0; index < count * WEBHOOKS; index += 1) {
    const request = signedRequest(
      GatherResult,
      { Digits: '1' },
      { url: 'https://app.example/menu', authToken: '0123456789abcdef0123456789abcdef' },
    );
    await (await answer(request)).text();
  }
}

/** Median milliseconds of the processor for one call. */
async function measure(run, count, rounds) {
  const times = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = process.cpuUsage();
    await run(count);
    const { user, system } = process.cpuUsage(start);
    times.push((user + system) / 1000 / count);
  }
  return median(times);
}

await measure(call, 50, 2);
await measure(sendAlone, 50, 2);
const few = await measure(call, 20, 15);
const floor = await measure(sendAlone, 20, 15);
const hundred = await measure(call, 100, 5);
const many = await measure(call, 1000, 3);

report({
  heading: 'Emulator',
  text: `One call of ${WEBHOOKS} webhooks, everything included: the documents run, the application answers in the same process, every request is signed, read by its schema and its answer linted. The floor is the same requests, made and answered without an emulator. Time of the processor, Node ${process.versions.node}. By \`node bench/emulator.js --write\`.

${table(
  ['calls at once', 'a call, ms', 'of the floor'],
  [
    ['20', few.toFixed(1), `${(few / floor).toFixed(1)}×`],
    ['100', hundred.toFixed(1), `${(hundred / floor).toFixed(1)}×`],
    ['1000', many.toFixed(1), `${(many / floor).toFixed(1)}×`],
    ['the floor', floor.toFixed(1), '1×'],
  ],
)}`,
  goals: [
    [`a call of ${WEBHOOKS} webhooks in the emulator`, 'at most 10 ms', `${few.toFixed(1)} ms`],
    ['a call among a thousand', 'at most 1.5× of one among a hundred', `${(many / hundred).toFixed(1)}×`],
  ],
});
