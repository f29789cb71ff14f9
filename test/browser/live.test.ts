import { afterAll, expect, test } from 'vitest';
import { decodeMuLaw, isSilent } from '../../src/emulator/audio/mu-law.js';
import type { AppSocket, EmulatorOptions } from '../../src/emulator/index.js';
import { application } from './application.js';
import { ADA, goTo, OFFICE, paneOf, useConsole } from './open-console.js';
import { makeTone, measureHz, pretendMicrophone } from './tone.js';

const SPOKEN_HZ = 440;
const RATE = 48_000;

interface Frame {
  readonly event: string;
  readonly streamSid?: string;
  readonly media?: { readonly payload: string };
}

/** The sockets that were opened, the newest last, with what came over each. */
let streams: { readonly socket: AppSocket; readonly frames: Frame[] }[] = [];

/** An agent that says nothing unless a test lets it. */
const options: Partial<EmulatorOptions> = {
  app: {
    fetch: async (request) => {
      if (new URL(request.url).pathname !== '/stream') return application.fetch(request);
      return new Response('<Response><Connect><Stream url="wss://app.example/agent"/></Connect></Response>', {
        headers: { 'content-type': 'text/xml' },
      });
    },
    socket: (socket) => {
      const frames: Frame[] = [];
      streams.push({ socket, frames });
      socket.addEventListener('message', ({ data }) => frames.push(JSON.parse(data) as Frame));
    },
  },
  numbers: { [OFFICE]: { voiceUrl: '/stream' } },
};

const microphone = pretendMicrophone(makeTone(SPOKEN_HZ, 2, RATE), RATE);
afterAll(() => microphone.remove());
const opened = useConsole({ options, context: { permissions: ['microphone'] } }, microphone.args);

/** Calls as Ada, until the stream is open and the page knows of the call: its keys are bound with what they press. */
async function call() {
  streams = [];
  const { page, twilio } = opened();
  const pane = paneOf(page, 'Ada');
  await pane.getByRole('button', { name: 'Call', exact: true }).click();
  await expect.poll(() => streams[0]?.frames.length ?? 0).toBeGreaterThan(3);
  await pane.getByRole('button', { name: 'Talk live, and hear the application' }).waitFor();
  return { page, pane, twilio, stream: streams[0] as (typeof streams)[number] };
}

/** What has come from a place on, without silence. */
function spokenIn(frames: readonly Frame[], from: number): Uint8Array[] {
  return frames
    .slice(from)
    .flatMap(({ media }) => (media === undefined ? [] : [new Uint8Array(Buffer.from(media.payload, 'base64'))]))
    .filter((bytes) => !isSilent(bytes));
}

/** Waits until so many frames more have come, which takes 20 ms each. */
async function pass(frames: readonly Frame[], count: number): Promise<void> {
  const until = frames.length + count;
  await expect.poll(() => frames.length).toBeGreaterThanOrEqual(until);
}

test('the microphone is never on by itself, goes into the stream in frames of 20 ms, and stops when it is told to', async () => {
  const { pane, stream } = await call();
  await pass(stream.frames, 25);
  expect(spokenIn(stream.frames, 0)).toEqual([]);
  await pane.getByRole('button', { name: 'Talk live, and hear the application' }).click();
  await expect.poll(() => spokenIn(stream.frames, 0).length).toBeGreaterThan(50);
  const spoken = spokenIn(stream.frames, 0);
  expect(new Set(spoken.map(({ length }) => length))).toEqual(new Set([160]));
  // A frame is left out now and then on a machine that is busy, and the tone jumps there.
  const heights = spoken.map((bytes) => measureHz(decodeMuLaw(bytes))).sort((one, other) => one - other);
  expect(Math.abs((heights[Math.floor(heights.length / 2)] as number) - SPOKEN_HZ)).toBeLessThanOrEqual(60);
  const you = pane.getByRole('meter', { name: 'Sound of You' });
  await expect.poll(async () => Number(await you.getAttribute('aria-valuenow'))).toBeGreaterThan(30);
  await pane.getByRole('button', { name: 'Stop talking live' }).click();
  await pane.getByRole('group', { name: 'Live sound' }).waitFor({ state: 'detached' });
  await pass(stream.frames, 50);
  const quiet = stream.frames.length;
  await pass(stream.frames, 25);
  expect(spokenIn(stream.frames, quiet)).toEqual([]);
});

test('what is muted stays in the browser, and can be heard again', async () => {
  const { page, pane, stream } = await call();
  await pane.getByRole('button', { name: 'Talk live, and hear the application' }).click();
  await expect.poll(() => spokenIn(stream.frames, 0).length).toBeGreaterThan(10);
  await page.keyboard.press('u');
  await pane.getByText('muted', { exact: true }).waitFor();
  await pass(stream.frames, 50);
  const quiet = stream.frames.length;
  await pass(stream.frames, 25);
  expect(spokenIn(stream.frames, quiet)).toEqual([]);
  await pane.getByRole('button', { name: 'Mute' }).click();
  await expect.poll(() => spokenIn(stream.frames, quiet).length).toBeGreaterThan(10);
});

test('the page plays what the agent sends, drops what is cleared, and ends with the call', async () => {
  const { page, pane, twilio, stream } = await call();
  await page.keyboard.press('l');
  const level = pane.getByRole('meter', { name: 'Sound of Application' });
  const loudness = async () => Number(await level.getAttribute('aria-valuenow'));
  await pane.getByText('live', { exact: true }).waitFor();
  expect(await loudness()).toBe(0);
  const streamSid = stream.frames[0]?.streamSid ?? stream.frames[1]?.streamSid;
  const payload = Buffer.alloc(8000 * 60, Buffer.from(Uint8Array.of(0x10, 0x10, 0x10, 0x90, 0x90, 0x90))).toString('base64');
  // A minute of sound, of which the page hears a part.
  stream.socket.send(JSON.stringify({ event: 'media', streamSid, media: { payload } }));
  await expect.poll(loudness).toBeGreaterThan(50);
  stream.socket.send(JSON.stringify({ event: 'clear', streamSid }));
  await expect.poll(loudness).toBe(0);
  await goTo(page, `call/${twilio.phone(ADA).calls[0]?.sid}`);
  await page.getByRole('region', { name: 'Live sound of the call' }).getByText('live', { exact: true }).waitFor();
  await twilio.phone(ADA).calls[0]?.hangUp();
  await page.getByRole('group', { name: 'Live sound' }).waitFor({ state: 'detached' });
});

test('where the browser refuses the microphone, the page says what to do, and is not live', async () => {
  const { page, pane } = await call();
  await page.context().clearPermissions();
  await pane.getByRole('button', { name: 'Talk live, and hear the application' }).click();
  await page.getByText('This page may not use the microphone. Allow it beside the address').waitFor();
  await pane.getByRole('group', { name: 'Live sound' }).waitFor({ state: 'detached' });
});

test('held down, the space bar records, and let go it plays what was recorded into the call', async () => {
  const { page, pane, stream } = await call();
  await page.locator('#main').focus();
  await page.keyboard.down(' ');
  await pane.getByRole('button', { name: 'Stop, and play it into the call' }).waitFor();
  await page.waitForTimeout(1500);
  expect(spokenIn(stream.frames, 0)).toEqual([]);
  await page.keyboard.up(' ');
  await expect.poll(() => spokenIn(stream.frames, 0).length).toBeGreaterThan(10);
});
