import { call } from '../../frameworks/support/requests.js';
import { pause } from '../support/engine.js';

/** The memory of a process at a moment, in bytes, when what is not used any more was collected. */
export interface Memory {
  readonly at: number;
  readonly used: number;
  readonly rss: number;
}

/** Asks a process for its memory until the time is over. */
export async function watchMemory(origin: string, seconds: number): Promise<Memory[]> {
  const every = Math.max(500, (seconds * 1000) / 120);
  const taken: Memory[] = [];
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await pause(every)) {
    const { text } = await call(`${origin}/memory`, 'GET', {});
    taken.push({ ...(JSON.parse(text) as Omit<Memory, 'at'>), at: Date.now() });
  }
  return taken;
}

/** The part of the time in which code is compiled and buffers find their size. */
const WARM_UP = 0.3;

/** How memory went on after that: its begin and end by the line that fits best, and the slope of that, in bytes a minute. */
export function fitMemory(taken: readonly Memory[], part: 'used' | 'rss') {
  const warm = taken.slice(Math.floor(taken.length * WARM_UP));
  const [first] = warm;
  if (first === undefined) throw new Error('Nothing was measured');
  const points = warm.map((memory) => ({ x: (memory.at - first.at) / 60_000, y: memory[part] }));
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(points.map((point) => point.x)), mean(points.map((point) => point.y))];
  const spread = points.reduce((sum, point) => sum + (point.x - x) ** 2, 0);
  const slope = spread === 0 ? 0 : points.reduce((sum, point) => sum + (point.x - x) * (point.y - y), 0) / spread;
  const last = points.at(-1)?.x ?? 0;
  return { begin: y - slope * x, end: y + slope * (last - x), slope, minutes: last };
}
