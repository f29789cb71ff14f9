import { describe, expect, test } from 'vitest';
import { createEmulator } from '../../../src/emulator/index.js';
import { callStory } from '../../../src/testing/index.js';
import { answerOf, business, customer, type Life, live, lives, numbers } from './emulated-lives.js';

async function run(life: Life): Promise<readonly Told[]> {
  const fetch = (request: Request) => {
    const document = answerOf(life, new URL(request.url).pathname);
    return document === undefined
      ? new Response(null, { status: 204 })
      : new Response(document, { headers: { 'content-type': 'text/xml' } });
  };
  const twilio = createEmulator({ app: { fetch }, numbers });
  await live(twilio, life);
  await twilio.close();
  return twilio.webhooks;
}

/** A webhook as both tell of it. */
interface Told {
  readonly kind: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** What is chance or time, and so differs from life to life. */
const CHANCE = /Sid$|Url$|Duration$|Timestamp$|StartTime$|^CallToken$/;

/** What only one of the two tells, and may be there or not: old traffic has `msg`, and a story makes no token to call back with. */
const OPTIONAL = ['msg', 'CallToken'];

/** The kinds that are in no order against those that ask for documents. */
const isCallback = ({ kind }: Told) => /status|recording|amd/.test(kind);

/** It comes before the detection is over in the emulator, and with its result in a story: no source tells which is right. */
const isReportOfAnswer = ({ kind, parameters }: Told) => kind === 'voice.status' && parameters.CallStatus === 'in-progress';

function describeAll(told: readonly Told[]): unknown {
  // Callbacks of one kind are in order, and those of several kinds are not.
  const callbacks = told.filter(isCallback).sort((one, other) => Number(one.kind > other.kind) - Number(one.kind < other.kind));
  const lanes = [told.filter((one) => !isCallback(one)), callbacks];
  return lanes.map((lane) =>
    lane.map(({ kind, parameters }) => {
      const known = Object.entries(parameters).filter(
        ([name, value]) =>
          value !== undefined && !OPTIONAL.includes(name) && !(name === 'AnsweredBy' && isReportOfAnswer({ kind, parameters })),
      );
      return [kind, Object.fromEntries(known.map(([name, value]) => [name, CHANCE.test(name) ? '*' : String(value)]).sort())];
    }),
  );
}

describe('a story of a call is what the emulator sends', () => {
  test.each(Object.entries(lives))('%s', async (_, life) => {
    const story = callStory({ seed: 1, customer, business, ...life.options });
    expect(describeAll(story)).toEqual(describeAll(await run(life)));
  });
});
