import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { writeWav } from '../../src/emulator/audio/wav.js';
import type { EmulatorOptions } from '../../src/emulator/index.js';
import { application } from './application.js';
import { ADA, ALAN, GRACE, goTo, MEETING, OFFICE, paneOf, useConsole } from './open-console.js';
import { makeTone } from './tone.js';

const AGENT = '+15550005555';
const SOUND = '+15550006666';
const QUEUE = '+15550007777';

const DOCUMENTS: Readonly<Record<string, string>> = {
  '/agent': '<Connect><ConversationRelay url="wss://app.example/relay" welcomeGreeting="Hello, who is there?"/></Connect>',
  '/sound': '<Connect><Stream url="wss://app.example/sound"/></Connect>',
  '/queue': '<Enqueue waitUrl="/wait">support</Enqueue>',
  '/wait': '<Pause length="60"/>',
};

/** What the application says to its callers; a test changes it between two calls. */
let greeting = 'Good morning';

const options: Partial<EmulatorOptions> = {
  app: {
    fetch: async (request) => {
      const { pathname } = new URL(request.url);
      const document = pathname === '/voice' ? `<Say>${greeting}</Say><Pause length="60"/>` : DOCUMENTS[pathname];
      if (document === undefined) return application.fetch(request);
      return new Response(`<Response>${document}</Response>`, { headers: { 'content-type': 'text/xml' } });
    },
    socket: (socket, request) => {
      socket.addEventListener('message', ({ data }) => {
        const frame = JSON.parse(data) as { readonly type?: string; readonly event?: string; readonly streamSid?: string };
        if (request.url.endsWith('/relay') && frame.type === 'prompt')
          for (const [index, token] of ['The ', 'pier ', 'opens ', 'at ', 'nine.'].entries())
            socket.send(JSON.stringify({ type: 'text', token, last: index === 4 }));
        if (frame.event === 'media') {
          // The application sends back what it hears.
          socket.send(JSON.stringify({ ...frame, streamSid: frame.streamSid }));
        }
      });
    },
  },
  numbers: {
    [OFFICE]: { voiceUrl: '/voice', statusCallback: '/status' },
    [MEETING]: { voiceUrl: '/meeting' },
    [AGENT]: { voiceUrl: '/agent' },
    [SOUND]: { voiceUrl: '/sound' },
    [QUEUE]: { voiceUrl: '/queue' },
  },
};

const opened = useConsole({ options });

test('a graph shows who is in a conference or a queue, in words too, and keeps it after the end', async () => {
  const { page, twilio } = opened();
  for (const person of [ADA, GRACE]) await twilio.phone(person).call(MEETING);
  const call = await twilio.phone(ALAN).call(QUEUE);
  const graph = page.getByRole('group', { name: 'Who is connected' });
  await goTo(page, `call/${call.sid}`);
  await graph.getByText('Alan is in the queue support by +1 555 000 7777').waitFor();
  const ada = twilio.phone(ADA).calls[0];
  await goTo(page, `call/${ada?.sid}`);
  for (const name of ['Ada', 'Grace']) await graph.getByText(`${name} is in the conference harbour by +1 555 000 2222`).waitFor();
  expect(await graph.locator('svg .graph-node').count()).toBe(4);
  const [drawn, below] = await Promise.all([graph.boundingBox(), page.getByRole('region', { name: 'Legs' }).boundingBox()]);
  expect(drawn?.height).toBeGreaterThan(90);
  expect(below?.y).toBeGreaterThanOrEqual((drawn?.y ?? 0) + (drawn?.height ?? 0));
  await ada?.hangUp();
  await graph.getByText('Ada was in the conference harbour by +1 555 000 2222').waitFor();
  await graph.getByText('Grace is in the conference harbour by +1 555 000 2222').waitFor();
});

test('a call is compared with the one before on the same number, and a webhook with its like', async () => {
  const { page, twilio } = opened();
  const talk = async () => {
    const call = await twilio.phone(ADA).call(OFFICE);
    await call.hangUp();
    return call;
  };
  await talk();
  greeting = 'Good evening';
  const call = await talk();
  await goTo(page, `call/${call.sid}`);
  await page.getByRole('button', { name: 'Compare' }).click();
  const dialog = page.getByRole('dialog', { name: 'What is different' });
  await dialog.getByText('1 webhook of 2 is different.').waitFor();
  const lines = dialog.getByRole('region', { name: 'What is different in the answer' });
  expect(await lines.getByText('before: ').locator('xpath=..').textContent()).toContain('<Say>Good morning</Say>');
  expect(await lines.getByText('now: ').locator('xpath=..').textContent()).toContain('<Say>Good evening</Say>');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  const seq = twilio.webhooks.filter(({ kind }) => kind === 'voice.incoming').at(-1)?.seq;
  await goTo(page, `timeline/${seq}`);
  await page.getByRole('tab', { name: 'Compare' }).click();
  await page.getByRole('region', { name: 'What is different in the answer' }).getByText('Good morning').waitFor();
  await page.getByText('SIDs, times and tokens differ, as in every run.').waitFor();
  await page.getByRole('link', { name: /^#\d+$/ }).click();
  await page.getByText('Nothing to compare with').waitFor();
});

test('what an agent says is shown token by token, with what it was told and where it was interrupted', async () => {
  const { page, twilio } = opened();
  const call = await twilio.phone(ADA).call(AGENT);
  await call.hear('who is there');
  await call.say('When does the pier open?');
  await call.hear('nine');
  await goTo(page, `call/${call.sid}`);
  const steps = page.locator('.steps-part');
  await steps.getByText('caller: When does the pier open?').waitFor();
  await expect.poll(() => steps.locator('.agent-token').allTextContents()).toEqual(['The ', 'pier ', 'opens ', 'at ', 'nine.']);
  await call.say('Once more, please');
  await call.interrupt('Thank you');
  await steps.getByText(/^interrupted after “/).waitFor();
});

test('a WAV that is dropped on a call goes into its stream, and both sides are drawn as a wave', async () => {
  const { page, twilio } = opened();
  const pane = paneOf(page, 'Ada');
  await pane.getByRole('combobox', { name: 'To' }).selectOption(SOUND);
  await pane.getByRole('button', { name: 'Call', exact: true }).click();
  const card = pane.getByRole('group', { name: `Call with ${SOUND}` });
  await card.getByRole('button', { name: 'Hang up' }).waitFor();
  const [call] = twilio.phone(ADA).calls;
  await drop(card.locator('.talking'), [...writeTone(440, 1)], 'tone.wav', 'audio/wav');
  await card.getByText('speech').first().waitFor();
  await goTo(page, `call/${call?.sid}`);
  const wave = page.getByRole('img', { name: /^Wave of \d+\.\d seconds: the person above, the application below$/ });
  await wave.waitFor();
  // A side on which nothing is heard is a line of one pixel.
  await expect.poll(() => wave.evaluate(countPainted)).toMatchObject({ above: true, below: true });
});

test('a picture that is dropped on a telephone is attached to its text', async () => {
  const { page } = opened();
  const pane = paneOf(page, 'Ada');
  await pane.getByRole('button', { name: 'Attach files' }).waitFor();
  await drop(pane.getByRole('log', { name: 'Texts and calls' }), [137, 80, 78, 71], 'dot.png', 'image/png');
  await pane.getByRole('button', { name: 'Remove dot.png' }).waitFor();
});

/** A WAV of 8000 samples a second. */
function writeTone(hz: number, seconds: number): Uint8Array {
  return writeWav([makeTone(hz, seconds)]);
}

/** Lets a file fall on an element, as a hand does. */
async function drop(target: Locator, bytes: readonly number[], name: string, type: string): Promise<void> {
  await target.evaluate(
    (element, file) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([new Uint8Array(file.bytes)], file.name, { type: file.type }));
      for (const event of ['dragover', 'drop'])
        element.dispatchEvent(new DragEvent(event, { dataTransfer, bubbles: true, cancelable: true }));
    },
    { bytes, name, type },
  );
}

/** Whether anything is drawn well above and well below the middle line of each half of a wave. */
function countPainted(element: Element): { readonly above: boolean; readonly below: boolean } {
  const canvas = element as HTMLCanvasElement;
  const { width, height } = canvas;
  const isPainted = (y: number) => {
    const { data } = (canvas.getContext('2d') as CanvasRenderingContext2D).getImageData(0, Math.round(y), width, 1);
    return data.some((value, index) => index % 4 === 3 && value > 0);
  };
  return { above: isPainted(height * 0.2), below: isPainted(height * 0.7) };
}
