import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { type LoadResult, LoadRun, type Pulse } from './load-run.js';
import type { LoadPlan } from './plan.js';
import type { WorkerMessage, WorkerOrder, WorkerTask } from './worker.js';

/** How a plan is run. */
export interface LoadSettings {
  /** How many threads share it. */
  readonly workers: number;
  /** What a thread runs, where there are several. */
  readonly workerUrl?: URL | undefined;
  /** Ends it early. */
  readonly signal: AbortSignal;
  /** Is told how it goes, twice a second. */
  readonly pulse?: (pulse: Pulse) => void;
}

const PULSE_MS = 500;

/** How long threads may take to hear of the start. */
const HEAD_START_MS = 50;

/** What was found, and what it took to find it. */
export interface LoadOutcome {
  /** That of each thread. */
  readonly results: readonly LoadResult[];
  /** The time of the processor, and that of the world, in milliseconds. Getting ready is not in it. */
  readonly processorMs: number;
  readonly wallMs: number;
}

/** Carries out a plan. */
export function runLoad(plan: LoadPlan, settings: LoadSettings): Promise<LoadOutcome> {
  return settings.workers === 1 ? runHere(plan, settings) : runInThreads(plan, settings);
}

/** Looks at what something takes. */
async function weigh(work: () => Promise<readonly LoadResult[]>): Promise<LoadOutcome> {
  const [before, start] = [process.cpuUsage(), performance.now()];
  const results = await work();
  const { user, system } = process.cpuUsage(before);
  return { results, processorMs: (user + system) / 1000, wallMs: performance.now() - start };
}

async function runHere(plan: LoadPlan, { signal, pulse }: LoadSettings): Promise<LoadOutcome> {
  const run = await LoadRun.open(plan);
  const stop = () => run.stop();
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  const pulses = pulse && setInterval(() => pulse(run.pulse), PULSE_MS);
  try {
    return await weigh(async () => [await run.run()]);
  } finally {
    clearInterval(pulses);
    signal.removeEventListener('abort', stop);
  }
}

async function runInThreads(plan: LoadPlan, { workers: count, workerUrl, signal, pulse }: LoadSettings): Promise<LoadOutcome> {
  if (workerUrl === undefined) throw new TypeError('There is no file for worker threads');
  const threads = Array.from({ length: count }, (_, index) => new Thread(workerUrl, { plan, share: { index, count } }));
  const stop = () => {
    for (const thread of threads) thread.order({ type: 'stop' });
  };
  const pulses = pulse && setInterval(() => pulse(joinPulses(threads.map((thread) => thread.pulse))), PULSE_MS);
  try {
    await Promise.all(threads.map(({ ready }) => ready));
    signal.addEventListener('abort', stop);
    if (signal.aborted) stop();
    return await weigh(() => {
      for (const thread of threads) thread.order({ type: 'start', at: Date.now() + HEAD_START_MS });
      return Promise.all(threads.map(({ done }) => done));
    });
  } finally {
    clearInterval(pulses);
    signal.removeEventListener('abort', stop);
    await Promise.all(threads.map((thread) => thread.end()));
  }
}

/** A thread that runs a share. */
class Thread {
  readonly ready: Promise<void>;
  readonly done: Promise<LoadResult>;
  pulse: Pulse = { started: 0, live: 0, sent: 0, p99: 0, wrong: 0 };
  readonly #worker: Worker;

  constructor(url: URL, task: WorkerTask) {
    this.#worker = new Worker(url, { workerData: task });
    const failed = once(this.#worker, 'error').then(([error]) => {
      throw error;
    });
    this.ready = Promise.race([this.#hear('ready').then(() => undefined), failed]);
    this.done = Promise.race([this.#hear('done').then(({ result }) => result), failed]);
    // Whoever does not get as far as to wait for it has failed already.
    this.done.catch(() => undefined);
    this.#worker.on('message', (message: WorkerMessage) => {
      if (message.type === 'pulse') this.pulse = message.pulse;
    });
  }

  order(order: WorkerOrder): void {
    this.#worker.postMessage(order);
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #hear<Type extends WorkerMessage['type']>(type: Type): Promise<Extract<WorkerMessage, { readonly type: Type }>> {
    return new Promise((resolve) => {
      this.#worker.on('message', (message: WorkerMessage) => {
        if (message.type === type) resolve(message as Extract<WorkerMessage, { readonly type: Type }>);
      });
    });
  }
}

function joinPulses(pulses: readonly Pulse[]): Pulse {
  const sum = (name: keyof Pulse) => pulses.reduce((total, pulse) => total + pulse[name], 0);
  return {
    started: sum('started'),
    live: sum('live'),
    sent: sum('sent'),
    wrong: sum('wrong'),
    p99: Math.max(...pulses.map(({ p99 }) => p99)),
  };
}
