import { describeEngines, describeMachine, table } from '../support/figures.js';
import { badRequests, type Came } from './bad-requests.js';
import type { Answered, Pace } from './good-requests.js';
import { fitMemory, type Memory } from './memory.js';

export interface Soaked {
  readonly pace: Pace;
  readonly answered: readonly Answered[];
  readonly bad: ReadonlyMap<string, ReadonlyMap<Came, number>>;
  readonly restarts: { readonly asked: number; readonly killed: number };
  readonly memory: readonly Memory[];
  /** How often each webhook was handled. */
  readonly handled: ReadonlyMap<string, number>;
  readonly noise: string;
}

/** How long the slowest of that part took, in milliseconds. */
function quantile(answered: readonly Answered[], part: number): number {
  const times = answered.flatMap(({ tookMs }) => (tookMs === undefined ? [] : [tookMs])).sort((a, b) => a - b);
  return Math.round(times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? Number.POSITIVE_INFINITY);
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

/** All of it, as the page shows it. */
export function tellSoak({ pace: { seconds, rate }, answered, bad, restarts, memory, handled, noise }: Soaked): string {
  const steady = answered.filter(({ isSteady }) => isSteady);
  const again = answered.filter(({ attempts }) => attempts > 1).length;
  const twice = [...handled.values()].filter((count) => count > 1).length;
  const latency = (name: string, some: readonly Answered[]) => [
    name,
    some.length,
    ...[0.5, 0.9, 0.99, 0.999, 1].map((part) => `${quantile(some, part)} ms`),
  ];
  const [used, rss] = [fitMemory(memory, 'used'), fitMemory(memory, 'rss')];
  const memoryRow = (name: string, { begin, end, slope }: typeof used) => [
    name,
    megabytes(begin),
    megabytes(end),
    `${(slope / 1000).toFixed(0)} KB a minute`,
  ];
  const came = ([name, counts]: readonly [string, ReadonlyMap<Came, number>]) => [
    name,
    [...counts].map(([answer, count]) => `${answer === 'none' ? 'hung up' : answer} ${count}×`).join(', '),
    (badRequests[name]?.answers ?? []).map((answer) => (answer === 'none' ? 'hung up' : answer)).join(', '),
  ];
  return [
    `By \`npm run soak\`: ${seconds} seconds, ${rate} webhooks a second to two processes with a Redis, on ${describeMachine()}, with ${describeEngines()}. One of the two was asked to end ${restarts.asked} times and killed ${restarts.killed} times, and started again. ${noise}`,
    `Of ${answered.length} webhooks ${answered.filter(({ tookMs }) => tookMs === undefined).length} were lost, ${again} were answered at a later attempt, and ${twice} were handled twice because a process was ended between its work and the keeping of its reply. From when a webhook was due:`,
    table(
      ['answered', 'webhooks', '50 %', '90 %', '99 %', '99.9 %', 'all'],
      [latency('by the process that stayed, at the first attempt', steady), latency('by any, at any attempt', answered)],
    ),
    `Memory of the process that stayed, after a collection each time, over the ${used.minutes.toFixed(1)} minutes after the warm-up, by the line that fits best:`,
    table(['memory', 'at the begin', 'at the end', 'slope'], [memoryRow('heap and buffers', used), memoryRow('whole process', rss)]),
    'Bad requests:',
    table(['request', 'answered', 'to be answered'], [...bad].map(came)),
  ].join('\n\n');
}
