import { closeSync, openSync, readdirSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { EmulatorEvent } from '../../emulator/events.js';
import { SessionFiles } from '../../emulator/session/files.js';
import { SESSION_VERSION } from '../../emulator/session/format.js';
import { describeSettings, writeEvent, writeHead, writeSettings } from '../../emulator/session/write.js';
import type { WorldKeeper } from '../../emulator/world-keeper.js';

/** How large a session file becomes. */
const LARGEST = 50_000_000;

/** How many session files are kept. */
const MOST_FILES = 20;

/** What the files are of. */
export interface SessionSettings {
  readonly folder: string;
  readonly version: string;
  /** Where the application is at the time. */
  readonly readApp: () => string;
  /** What must not be written, wherever it is, beside what the emulator itself keeps secret. */
  readonly secrets: readonly string[];
}

/** Writes what happens into session files, a new one after each reset. */
export class SessionWriter {
  readonly #keeper: WorldKeeper;
  readonly #settings: SessionSettings;
  readonly #stop: () => void;
  /** What has happened, and is complete only a moment later: a webhook is noted before its parameters are. */
  #waiting: EmulatorEvent[] = [];
  #file: string;
  #descriptor: number;
  #size = 0;
  #known = '';
  #files = new SessionFiles();

  constructor(keeper: WorldKeeper, settings: SessionSettings) {
    this.#keeper = keeper;
    this.#settings = settings;
    [this.#file, this.#descriptor] = this.#open();
    this.#stop = keeper.on((notice) => {
      if (notice.type === 'reset') this.#begin();
      if (notice.type !== 'event') return;
      if (this.#waiting.length === 0) queueMicrotask(() => this.#flush());
      this.#waiting.push(notice.event);
    });
  }

  /** The file that is written now. */
  get file(): string {
    return this.#file;
  }

  close(): void {
    this.#stop();
    this.#flush();
    closeSync(this.#descriptor);
  }

  #begin(): void {
    this.#flush();
    closeSync(this.#descriptor);
    [this.#file, this.#descriptor] = this.#open();
  }

  #open(): [file: string, descriptor: number] {
    const { folder, version, readApp } = this.#settings;
    removeOldest(folder);
    const name = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
    const [file, descriptor] = openNew(folder, name);
    this.#size = writeSync(descriptor, writeHead(this.#keeper.world, { version, app: readApp() }));
    this.#known = '';
    this.#files = new SessionFiles();
    return [file, descriptor];
  }

  #flush(): void {
    const { world } = this.#keeper;
    const events = this.#waiting;
    this.#waiting = [];
    const settings = describeSettings(world, this.#settings.readApp());
    const known = JSON.stringify(settings);
    const parts = { files: this.#files, secrets: this.#settings.secrets };
    const lines = events.map((event) => writeEvent(event, world, parts));
    if (known !== this.#known) lines.unshift(writeSettings(world, settings, (events[0]?.seq ?? 1) - 1));
    this.#known = known;
    this.#write(lines.join(''));
  }

  #write(text: string): void {
    if (this.#size > LARGEST || text === '') return;
    this.#size += writeSync(this.#descriptor, text);
    if (this.#size <= LARGEST) return;
    const { world } = this.#keeper;
    const end = { v: SESSION_VERSION, seq: world.log.events.at(-1)?.seq ?? 0, at: world.clock.now, type: 'end', causes: [] };
    writeSync(this.#descriptor, `${JSON.stringify({ ...end, message: `A session file has ${LARGEST} bytes at most` })}\n`);
  }
}

/** Two sessions may begin in one second. */
function openNew(folder: string, name: string): [file: string, descriptor: number] {
  for (let count = 1; ; count += 1) {
    const file = join(folder, `${name}${count === 1 ? '' : `-${count}`}.jsonl`);
    try {
      return [file, openSync(file, 'ax', 0o600)];
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || count > 1000) throw error;
    }
  }
}

function removeOldest(folder: string): void {
  const names = readdirSync(folder)
    .filter((name) => /^\d{4}-\d{2}-\d{2}T[\d-]+\.jsonl$/.test(name))
    .sort();
  for (const name of names.slice(0, Math.max(0, names.length - MOST_FILES + 1))) unlinkSync(join(folder, name));
}
