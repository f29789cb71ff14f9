import { randomBytes } from 'node:crypto';
import { findSystemPorts } from './system-ports.js';

/** Where the application is, as far as is known. */
export interface FoundPort {
  readonly port: number;
  readonly foundBy: 'preload' | 'system';
}

/** How often the system is asked, where nobody has reported. */
const EVERY_MS = 700;

interface PortReport {
  readonly pid: number;
  readonly port: number;
  readonly state: 'listening' | 'closed';
  readonly isHttp: boolean;
}

/**
 * Finds out on which port a command listens. Programs of Node report it themselves; of others the system is asked. Of several ports the first
 * is taken, but one that the variable PORT names goes before, and servers of HTTP go before others.
 */
export class PortWatch {
  /** What those who report have to show. */
  readonly key: string = randomBytes(16).toString('hex');
  readonly #preferred: number;
  readonly #onChange: (found: FoundPort | undefined) => void;
  readonly #reported = new Map<number, PortReport>();
  #seen: readonly number[] = [];
  #timer: NodeJS.Timeout | undefined;
  #found: FoundPort | undefined;
  /** Whether the system tells which ports there are; unknown until it was asked. */
  canAskSystem: boolean | undefined;

  /** @param preferred - The port that the command was told to listen on. */
  constructor(preferred: number, onChange: (found: FoundPort | undefined) => void) {
    this.#preferred = preferred;
    this.#onChange = onChange;
  }

  /** Takes what a program reports. Whatever else comes is left alone. */
  hear(report: unknown): void {
    const { pid, port, state, isHttp } = (typeof report === 'object' && report !== null ? report : {}) as Partial<PortReport>;
    if (!isPort(port) || !Number.isSafeInteger(pid)) return;
    if (state === 'listening') this.#reported.set(port, { pid: Number(pid), port, state, isHttp: isHttp === true });
    // A program that starts anew may listen before the old one has said that it has gone.
    else if (this.#reported.get(port)?.pid === pid) this.#reported.delete(port);
    this.#decide();
  }

  /** Looks at what a process and its like listen on, again and again. */
  watch(pid: number): void {
    this.#timer = setInterval(() => void this.#look(pid), EVERY_MS);
    this.#timer.unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  async #look(pid: number): Promise<void> {
    // Whoever was killed has not said that it has gone.
    for (const [port, report] of this.#reported) if (!isAlive(report.pid)) this.#reported.delete(port);
    if (this.#reported.size > 0) return this.#decide();
    const ports = await findSystemPorts(pid);
    this.canAskSystem = ports !== undefined;
    this.#seen = ports ?? [];
    this.#decide();
  }

  #decide(): void {
    const reports = [...this.#reported.values()];
    const reported = reports.find(({ port }) => port === this.#preferred) ?? reports.find(({ isHttp }) => isHttp) ?? reports[0];
    const seen = this.#seen.includes(this.#preferred) ? this.#preferred : this.#seen[0];
    const found: FoundPort | undefined =
      reported !== undefined
        ? { port: reported.port, foundBy: 'preload' }
        : seen === undefined
          ? undefined
          : { port: seen, foundBy: 'system' };
    if (found?.port === this.#found?.port && found?.foundBy === this.#found?.foundBy) return;
    this.#found = found;
    this.#onChange(found);
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Somebody else's, but there.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function isPort(port: unknown): port is number {
  return typeof port === 'number' && Number.isInteger(port) && port > 0 && port < 65_536;
}
