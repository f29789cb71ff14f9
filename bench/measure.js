// Times are compared within one run alone, because machines differ from one another and from hour to hour. Rivals take turns in short
// rounds, so that whatever else the machine does meets all of them, and the median of the rounds counts. What counts is the processor's
// time, not the clock's: others may want the processor too.
import { readFileSync, writeFileSync } from 'node:fs';

/** Microseconds that a rival works in a round. */
const ROUND = 20_000;

/**
 * Median microseconds of each rival.
 *
 * @param {Readonly<Record<string, () => unknown>>} rivals
 * @param {number} [rounds]
 * @returns {Record<string, number>}
 */
export function measure(rivals, rounds = 60) {
  const entries = Object.entries(rivals).map(([name, run]) => ({ name, run, times: /** @type {number[]} */ ([]), count: 1 }));
  for (const entry of entries) entry.count = warmUp(entry.run);
  for (let round = 0; round < rounds; round += 1) for (const { run, count, times } of entries) times.push(timeOf(run, count));
  return Object.fromEntries(entries.map(({ name, times }) => [name, times.sort((a, b) => a - b)[times.length >> 1] ?? 0]));
}

/** Lets the engine compile it, and finds how often it has to run to fill a round. */
function warmUp(run) {
  let count = 1;
  for (let spent = 0; spent < 20 * ROUND; ) {
    const time = timeOf(run, count);
    spent += time * count;
    count = Math.max(1, Math.min(count * 2, Math.round(ROUND / time)));
  }
  return count;
}

/** Microseconds that one run takes, of so many. */
function timeOf(run, count) {
  let read = 0;
  const start = process.cpuUsage();
  for (let index = 0; index < count; index += 1) {
    const made = run();
    // Engines put off joining a text until somebody reads it.
    read += typeof made === 'string' ? made.charCodeAt(made.length >> 1) : 0;
  }
  const { user, system } = process.cpuUsage(start);
  if (Number.isNaN(read)) throw new Error('A rival made nothing');
  return Math.max(user + system, 1) / count;
}

/** Puts the text under a heading of docs/benchmarks.md, in place of what stood there. */
export function writeSection(heading, text) {
  const page = new URL('../docs/benchmarks.md', import.meta.url);
  const sections = readFileSync(page, 'utf8')
    .split(/^(?=## )/m)
    .filter((section) => !section.startsWith(`## ${heading}\n`));
  writeFileSync(page, `${[...sections.map((section) => section.trim()), `## ${heading}\n\n${text.trim()}`].join('\n\n')}\n`);
}
