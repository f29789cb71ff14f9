import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { loadPages } from '../../src/cli/dev/load-pages.js';
import { createEmulator, type Emulator, type EmulatorOptions } from '../../src/emulator/index.js';
import { application } from './application.js';

export const ADA = '+14155550100';
export const GRACE = '+14155550101';
export const ALAN = '+14155550102';
/** It answers calls with a menu, and texts with what was said. */
export const OFFICE = '+15550001111';
/** It leads callers to a conference. */
export const MEETING = '+15550002222';
/** It answers texts with a document that Twilio refuses. */
export const WRONG = '+15550003333';

/** It answers texts of WhatsApp. */
export const SHOP = 'whatsapp:+15550004444';

/** The console as it was built. */
const FOLDER = join(import.meta.dirname, '../../dist/console');

/** A console in a browser, and the emulator that it shows. */
export interface OpenConsole {
  readonly twilio: Emulator;
  readonly page: Page;
  readonly url: string;
  readonly token: string;
  /** What the page complained of, and what it asked of other servers. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** What is different in a test. */
export interface ConsoleSettings {
  readonly options?: Partial<EmulatorOptions>;
  readonly context?: BrowserContextOptions;
  /** Runs in the page before its own scripts, in place of what a browser lacks. */
  readonly script?: () => void;
}

/** Debian's Chromium. The machine of a test run has nothing to protect from its own pages. */
export function startBrowser(args: readonly string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox', ...args] });
}

/** One browser for all tests of a file. */
export function useBrowser(args: readonly string[] = []): () => Browser {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser(args);
  });
  afterAll(() => browser.close());
  return () => browser;
}

/** A console for each test of a file, of whose page nothing may be complained at the end. */
export function useConsole(settings: ConsoleSettings = {}, args: readonly string[] = []): () => OpenConsole {
  const browser = useBrowser(args);
  let opened: OpenConsole;
  beforeEach(async () => {
    opened = await openConsole(browser(), settings);
  });
  afterEach(async () => {
    await opened.close();
    expect(opened.complaints).toEqual([]);
  });
  return () => opened;
}

/** Opens the console of a new emulator. Three people have telephones that they answer by hand. */
export async function openConsole(browser: Browser, { options = {}, context = {}, script }: ConsoleSettings = {}): Promise<OpenConsole> {
  const twilio = createEmulator({
    app: application,
    clock: 'steered',
    strict: false,
    seed: 7,
    numbers: {
      [OFFICE]: { voiceUrl: '/voice', smsUrl: '/sms', statusCallback: '/status' },
      [MEETING]: { voiceUrl: '/meeting' },
      [WRONG]: { smsUrl: '/wrong' },
      [SHOP]: { smsUrl: '/sms' },
    },
    ...options,
  } as EmulatorOptions);
  const names = new Map([
    [ADA, 'Ada'],
    [GRACE, 'Grace'],
    [ALAN, 'Alan'],
  ]);
  for (const address of names.keys()) twilio.phone(address, { answersAfter: false });
  const { url, token } = await twilio.listen({ control: { pages: await loadPages(FOLDER), names } });
  const opened = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce', ...context });
  opened.setDefaultTimeout(60_000);
  const page = await opened.newPage();
  if (script !== undefined) await page.addInitScript(script);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('request', (request) => new URL(request.url()).origin !== url && complaints.push(`asked ${request.url()}`));
  await page.goto(`${url}/?token=${token}`);
  await page.getByRole('navigation', { name: 'Screens' }).waitFor();
  return {
    twilio,
    page,
    url,
    token,
    complaints,
    close: async () => {
      await opened.close();
      await twilio.close();
    },
  };
}

/** Goes to a screen by its address. */
export async function goTo(page: Page, place: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = `#/${hash}`;
  }, place);
}

/** The part of the page that is one telephone. */
export function paneOf(page: Page, name: string) {
  return page.getByRole('region', { name: `Phone of ${name}` });
}
