// Several processes of the application, which are killed and stopped at random and come back.
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPort, type Program, start } from '../../frameworks/support/processes.js';
import { authToken } from '../../frameworks/support/requests.js';
import { pause } from '../support/engine.js';
import type { Random } from '../support/random.js';
import { type Entry, readLedger } from './ledger.js';

export interface Fleet {
  readonly origins: readonly string[];
  /** How often each thing was done to them. */
  readonly faults: Readonly<Record<'killed' | 'stopped', number>>;
  /** Kills and stops them until it is told to end; then all are there again. */
  disturb(random: Random, ends: () => boolean): Promise<void>;
  /** What they wrote down. */
  readLedger(): Entry[];
  stop(): Promise<void>;
}

export interface FleetOptions {
  readonly size: number;
  readonly environment: Readonly<Record<string, string>>;
}

const server = new URL('server.js', import.meta.url).pathname;

export async function startFleet({ size, environment }: FleetOptions): Promise<Fleet> {
  const folder = mkdtempSync(join(tmpdir(), 'ringback-ledger-'));
  const faults = { killed: 0, stopped: 0 };
  const members = await Promise.all(Array.from({ length: size }, (_, index) => startMember(join(folder, String(index)), environment)));
  return {
    origins: members.map(({ port }) => `http://127.0.0.1:${port}`),
    faults,
    disturb: async (random, ends) => void (await Promise.all(members.map((member) => disturbMember(member, random, ends, faults)))),
    readLedger: () => readLedger(folder),
    async stop() {
      await Promise.all(members.map(({ program }) => program.stop()));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface Member {
  readonly port: number;
  readonly program: Program;
  /** Kills it, and starts it again at the same port. */
  replace(afterMs: number): Promise<void>;
  /** Stops it for a while. */
  halt(milliseconds: number): Promise<void>;
}

async function startMember(ledger: string, environment: FleetOptions['environment']): Promise<Member> {
  const port = await findPort();
  const run = async () => {
    const program = start(process.execPath, [server], { ...environment, LEDGER: ledger, PORT: String(port), AUTH_TOKEN: authToken });
    await program.waitFor(/^listening$/);
    const { child, lines } = program;
    child.once('close', (_, signal) => {
      if (signal !== 'SIGKILL') note({ at: Date.now(), process: child.pid ?? 0, what: 'crashed', message: lines.join('\n') });
    });
    return program;
  };
  // What a process that was killed wrote last may be half a line.
  const note = (entry: Entry) => appendFileSync(ledger, `\n${JSON.stringify(entry)}\n`);
  let program = await run();
  const pid = () => program.child.pid ?? 0;
  return {
    port,
    get program() {
      return program;
    },
    async replace(afterMs) {
      const entry = { at: Date.now(), process: pid(), what: 'killed' } satisfies Entry;
      await program.stop();
      note(entry);
      await pause(afterMs);
      program = await run();
    },
    async halt(milliseconds) {
      const since = Date.now();
      program.child.kill('SIGSTOP');
      await pause(milliseconds);
      program.child.kill('SIGCONT');
      // It says so itself too, but not where it is killed before it comes to that.
      note({ at: Date.now(), process: pid(), what: 'stood still', since });
    },
  };
}

async function disturbMember(member: Member, random: Random, ends: () => boolean, faults: Record<keyof Fleet['faults'], number>) {
  for (await pause(random.between(200, 2000)); !ends(); await pause(random.between(200, 3000))) {
    if (random.happens(0.5)) {
      faults.killed += 1;
      await member.replace(random.between(0, 300));
    } else {
      faults.stopped += 1;
      await member.halt(random.between(100, 3500));
    }
  }
}
