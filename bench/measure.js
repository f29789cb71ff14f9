// Times are compared within one run alone, because machines differ from one another and from hour to hour. Rivals take turns in short
// rounds, so that whatever else the machine does meets all of them, and the median of the rounds counts. What counts is the processor's
// time, not the clock's: others may want the processor too.
import { execFileSync } from 'node:child_process';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

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
  spreads.push(...entries.map(({ times }) => spreadOf(times)));
  return Object.fromEntries(entries.map(({ name, times }) => [name, median(times) ?? 0]));
}

/** How far apart the rounds of each rival were, of all that was measured. */
const spreads = /** @type {number[]} */ ([]);

/** How far the middle half of the rounds reaches, as a part of their median. */
function spreadOf(times) {
  const sorted = [...times].sort((a, b) => a - b);
  return ((sorted[(sorted.length * 3) >> 2] ?? 0) - (sorted[sorted.length >> 2] ?? 0)) / (median(times) ?? 1);
}

/** What the machine did besides, in words: differences smaller than that say nothing. */
function describeNoise() {
  if (spreads.length === 0) return '';
  const percent = (/** @type {number | undefined} */ part) => `${((part ?? 0) * 100).toFixed(0)} %`;
  return `Noise of the machine: the middle half of the rounds spread over ${percent(median(spreads))} of their median, at worst over ${percent(Math.max(...spreads))}.`;
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

/** The value in the middle. */
export function median(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}

/** A table of Markdown. */
export function table(heads, rows) {
  return [heads, heads.map((_, index) => (index === 0 ? '---' : '---:')), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Which version of a package was measured. */
export function versionOf(name) {
  return JSON.parse(readFileSync(new URL(`../node_modules/${name}/package.json`, import.meta.url), 'utf8')).version;
}

/**
 * Tells what was measured: prints it, and with `--write` puts it under its heading of docs/benchmarks.md.
 *
 * @param {object} report
 * @param {string} report.heading
 * @param {string} report.text Markdown.
 * @param {readonly (readonly [what: string, goal: string, reached: string])[]} report.goals What was aimed at; bench/run.js gathers them.
 */
export function report({ heading, text: body, goals }) {
  const text = [body, describeNoise()].filter((part) => part !== '').join('\n\n');
  console.log(`## ${heading}\n\n${text}\n`);
  if (process.argv.includes('--write')) writeSection(heading, text);
  if (process.env.RINGBACK_GOALS !== undefined)
    appendFileSync(process.env.RINGBACK_GOALS, goals.map((goal) => `${JSON.stringify(goal)}\n`).join(''));
}

/** Puts the text under a heading of docs/benchmarks.md, in place of what stood there, or at the end. */
export function writeSection(heading, text) {
  const page = new URL('../docs/benchmarks.md', import.meta.url);
  const sections = readFileSync(page, 'utf8').split(/^(?=## )/m);
  const place = sections.findIndex((section) => section.startsWith(`## ${heading}\n`));
  sections.splice(place === -1 ? sections.length : place, 1, `## ${heading}\n\n${text}`);
  writeFileSync(page, `${sections.map((section) => section.trim()).join('\n\n')}\n`);
  execFileSync('npx', ['biome', 'format', '--write', fileURLToPath(page)], { stdio: 'ignore' });
}
