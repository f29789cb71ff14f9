import { batch, signal } from '@preact/signals';
import type { ControlEvent, HearingNotice, ResetNotice, Snapshot } from '../../emulator/control/protocol.js';
import type { EmulatorEvent } from '../../emulator/events.js';
import { getJson, RefusedError } from '../wire/get.js';
import { announce } from './announcements.js';
import { hearing } from './hearing.js';
import { snapshot } from './snapshot.js';
import { timeline } from './timeline.js';

/** How the page is connected to `ringback dev`. `refused`: it has no token, or an old one. */
export type Connection = 'connecting' | 'live' | 'lost' | 'refused';

export const connection = signal<Connection>('connecting');

/** Events are taken together for so long, so that a burst is one change of the page. */
const TOGETHER_MS = 30;

/** A state is fetched at most so often. */
const LEAST_BETWEEN_MS = 100;

/** Large states, which take long, are fetched more rarely. */
const REST_FACTOR = 3;

const AGAIN_MS = 1000;

let run = '';
let newest = 0;
let waiting: EmulatorEvent[] = [];
let flushing: ReturnType<typeof setTimeout> | undefined;
let fetching = false;
let isStale = false;
let source: EventSource | undefined;

/** Connects the page, and again whenever the connection is lost. */
export function connect(): void {
  source?.close();
  const after = newest > 0 ? `?after=${encodeURIComponent(`${run}-${newest}`)}` : '';
  const events = new EventSource(`/control/events${after}`);
  source = events;
  events.onopen = () => {
    connection.value = 'live';
    refresh();
  };
  events.onmessage = ({ data, lastEventId }: MessageEvent<string>) => {
    run = lastEventId.slice(0, lastEventId.lastIndexOf('-'));
    take(JSON.parse(data) as ControlEvent);
  };
  events.addEventListener('reset', ({ data }: MessageEvent<string>) => startAnew((JSON.parse(data) as ResetNotice).run));
  events.addEventListener('state', refresh);
  events.addEventListener('hearing', ({ data }: MessageEvent<string>) => hearing.begin(JSON.parse(data) as HearingNotice));
  events.onerror = () => {
    if (connection.value !== 'refused') connection.value = 'lost';
    // The browser tries again by itself, but not after an answer that is no stream.
    if (events.readyState === EventSource.CLOSED) setTimeout(() => void comeBack(), AGAIN_MS);
  };
}

async function comeBack(): Promise<void> {
  await load();
  if (connection.value === 'refused') return;
  connect();
}

function take(event: EmulatorEvent): void {
  if (event.seq <= newest) return;
  newest = event.seq;
  waiting.push(event);
  if (flushing === undefined) flushing = setTimeout(flush, TOGETHER_MS);
}

function flush(): void {
  const events = waiting;
  waiting = [];
  flushing = undefined;
  const known = snapshot.peek()?.seq ?? 0;
  batch(() => {
    timeline.add(events);
    for (const event of events) {
      if (event.type === 'heard') hearing.end(event);
      if (event.seq > known) announce(event);
    }
  });
  if (events.some(({ seq }) => seq > known)) refresh();
}

function startAnew(next: string): void {
  run = next;
  newest = 0;
  waiting = [];
  batch(() => {
    timeline.clear();
    hearing.clear();
  });
  refresh();
}

/** Fetches the state, soon. */
export function refresh(): void {
  isStale = true;
  if (!fetching) void keepFresh();
}

async function keepFresh(): Promise<void> {
  fetching = true;
  while (isStale) {
    isStale = false;
    const before = performance.now();
    await load();
    const took = performance.now() - before;
    await new Promise((resolve) => setTimeout(resolve, Math.max(LEAST_BETWEEN_MS, took * REST_FACTOR)));
  }
  fetching = false;
}

async function load(): Promise<void> {
  try {
    const state = await getJson<Snapshot>('/control/state');
    batch(() => {
      snapshot.value = state;
      if (connection.value === 'refused') connection.value = 'connecting';
    });
  } catch (error) {
    if (error instanceof RefusedError && (error.status === 401 || error.status === 403)) connection.value = 'refused';
  }
}
