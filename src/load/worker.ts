import { parentPort, workerData } from 'node:worker_threads';
import { type LoadResult, LoadRun, type Pulse } from './load-run.js';
import type { LoadPlan, Share } from './plan.js';

/** What a thread is started with. */
export interface WorkerTask {
  readonly plan: LoadPlan;
  readonly share: Share;
}

/** What a thread says. */
export type WorkerMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'pulse'; readonly pulse: Pulse }
  | { readonly type: 'done'; readonly result: LoadResult };

/** What a thread is told: when to begin, by the time of the world, or to end. */
export type WorkerOrder = { readonly type: 'start'; readonly at: number } | { readonly type: 'stop' };

const PULSE_MS = 500;

/** Runs a share of a plan in a worker thread. */
export async function runWorker(): Promise<void> {
  const port = parentPort;
  if (port === null) throw new TypeError('This is to be run in a worker thread');
  const say = (message: WorkerMessage) => port.postMessage(message);
  const { plan, share } = workerData as WorkerTask;
  const run = await LoadRun.open(plan, share);
  const started = new Promise<number>((resolve) => {
    port.on('message', (order: WorkerOrder) => {
      if (order.type === 'start') resolve(order.at);
      else run.stop();
    });
  });
  say({ type: 'ready' });
  const at = await started;
  const pulses = setInterval(() => say({ type: 'pulse', pulse: run.pulse }), PULSE_MS);
  // Threads count from when they began themselves; the time of the world is theirs in common.
  const result = await run.run(performance.now() + (at - Date.now()));
  clearInterval(pulses);
  say({ type: 'done', result });
  port.close();
}
