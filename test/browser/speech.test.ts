import { beforeEach, describe, expect, test } from 'vitest';
import type { EmulatorOptions } from '../../src/emulator/index.js';
import { application } from './application.js';
import { ADA, OFFICE, type OpenConsole, paneOf, useConsole } from './open-console.js';

const GERMAN = '+15550005555';
const FRENCH = '+15550006666';

const options: Partial<EmulatorOptions> = {
  app: {
    fetch: async (request) => {
      const { pathname } = new URL(request.url);
      const say = { '/german': '<Say language="de-DE">Guten Tag.</Say>', '/french': '<Say language="fr-FR">Bonjour.</Say>' }[pathname];
      if (say === undefined) return application.fetch(request);
      return new Response(`<Response>${say}<Pause length="60"/></Response>`, { headers: { 'content-type': 'text/xml' } });
    },
  },
  numbers: { [OFFICE]: { voiceUrl: '/voice' }, [GERMAN]: { voiceUrl: '/german' }, [FRENCH]: { voiceUrl: '/french' } },
};

/** What the page has asked of the browser's voices and recognition, as the scripts below take it down. */
interface Pretended {
  readonly asked: string[];
}

/** Debian's Chromium may have no voice, and its recognition asks a server: these stand in their place. */
const opened = useConsole({
  options,
  script: () => {
    const asked: string[] = [];
    const voices = [
      { name: 'Cloud', lang: 'en-US', localService: false },
      { name: 'Hall', lang: 'en_US', localService: true },
      { name: 'Frau', lang: 'de-AT', localService: true },
    ];
    Object.assign(window, {
      asked,
      SpeechSynthesisUtterance: class {
        readonly text: string;
        constructor(text: string) {
          this.text = text;
        }
      },
      SpeechRecognition: class {
        processLocally = false;
        onresult: (event: object) => void = () => undefined;
        start() {
          asked.push(`listens ${this.processLocally ? 'here' : 'elsewhere'}`);
          setTimeout(() => this.onresult({ results: [[{ transcript: 'opening hours' }]] }), 50);
        }
      },
    });
    Object.defineProperty(window, 'speechSynthesis', {
      value: {
        getVoices: () => voices,
        speak: ({ voice, text }: { readonly voice: { readonly name: string }; readonly text: string }) =>
          asked.push(`${voice.name}: ${text}`),
        cancel: () => asked.push('stop'),
      },
    });
  },
});

const askedOf = ({ page }: OpenConsole) => page.evaluate(() => (window as unknown as Pretended).asked);

async function call(number: string): Promise<void> {
  const pane = paneOf(opened().page, 'Ada');
  await pane.getByRole('combobox', { name: 'To' }).selectOption(number);
  await pane.getByRole('button', { name: 'Call', exact: true }).click();
  await pane.getByRole('button', { name: 'Hang up' }).waitFor();
}

describe('what telephones hear', () => {
  test('is spoken by a voice of this machine in its language, once somebody asks for it', async () => {
    const { page } = opened();
    await call(OFFICE);
    await paneOf(page, 'Ada').getByText('Press one for hours').waitFor();
    await paneOf(page, 'Ada').getByRole('button', { name: 'Hang up' }).click();
    expect((await askedOf(opened())).filter((asked) => asked !== 'stop')).toEqual([]);
    await page.getByRole('button', { name: 'Speak what phones hear' }).click();
    await call(OFFICE);
    await expect.poll(() => askedOf(opened())).toContain('Hall: Press one for hours, or say what you want.');
    await paneOf(page, 'Ada').getByRole('button', { name: 'Hang up' }).click();
    await call(GERMAN);
    await expect.poll(() => askedOf(opened())).toContain('Frau: Guten Tag.');
    expect((await askedOf(opened())).filter((asked) => asked.startsWith('Cloud'))).toEqual([]);
  });

  test('is cut off where it is cut off on the telephone', async () => {
    const { page, twilio } = opened();
    await page.getByRole('button', { name: 'Speak what phones hear' }).click();
    await call(OFFICE);
    await expect.poll(() => askedOf(opened())).toContain('Hall: Press one for hours, or say what you want.');
    const before = (await askedOf(opened())).filter((asked) => asked === 'stop').length;
    await twilio.phone(ADA).calls[0]?.interrupt('the hours');
    await expect.poll(async () => (await askedOf(opened())).filter((asked) => asked === 'stop').length).toBeGreaterThan(before);
  });

  test('in a language that this machine cannot speak stays written, and the page says so', async () => {
    const { page } = opened();
    await page.getByRole('button', { name: 'Speak what phones hear' }).click();
    await call(FRENCH);
    await page.getByText('This machine has no voice of its own for fr-FR. What phones hear is written, as before.').waitFor();
    await page.getByRole('button', { name: 'Speak what phones hear', pressed: false }).waitFor();
  });
});

describe('the recognition of the browser', () => {
  beforeEach(() => call(OFFICE));

  test('is off until somebody has read where the sound goes, and says nothing by itself', async () => {
    const { page, twilio } = opened();
    const pane = paneOf(page, 'Ada');
    const button = pane.getByRole('button', { name: 'Speak, and have your browser write it down' });
    await button.click();
    const dialog = page.getByRole('dialog', { name: 'Speech recognition' });
    await dialog.getByText('Your browser sends what the microphone hears to the maker of the browser').waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await askedOf(opened())).not.toContain('listens elsewhere');
    await button.click();
    await dialog.getByRole('button', { name: 'Listen' }).click();
    const field = pane.getByRole('textbox', { name: 'What you say' });
    await expect.poll(() => field.inputValue()).toBe('opening hours');
    expect(twilio.events.filter(({ type }) => type === 'input')).toEqual([]);
    await field.press('Enter');
    await pane.getByText('You chose opening hours.').waitFor();
    // Who has read it once is not asked again.
    await button.click();
    await expect.poll(() => field.inputValue()).toBe('opening hours');
    expect((await askedOf(opened())).filter((asked) => asked === 'listens elsewhere')).toHaveLength(2);
  });

  test('that works on this machine says so, and is told to stay there', async () => {
    const { page } = opened();
    await page.evaluate(() => {
      const { SpeechRecognition } = window as unknown as { readonly SpeechRecognition: object };
      Object.assign(SpeechRecognition, { available: async () => 'available' });
    });
    await paneOf(page, 'Ada').getByRole('button', { name: 'Speak, and have your browser write it down' }).click();
    const dialog = page.getByRole('dialog', { name: 'Speech recognition' });
    await dialog.getByText('the sound stays on this machine').waitFor();
    await dialog.getByRole('button', { name: 'Listen' }).click();
    await expect.poll(() => askedOf(opened())).toContain('listens here');
  });
});
