// Figures of the long runs go into docs/reliability.md, between two comments, with the machine they were taken on.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { arch, cpus, loadavg, platform } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { findPostgres } from '../../../tools/find-postgres.js';
import { root } from '../../frameworks/support/binaries.js';

const page = join(root, 'docs/reliability.md');

/** Whether this run is to be written down. */
export const isWritten = process.env.RELIABILITY_WRITE !== undefined;

/** Puts text between `<!-- begin <name> -->` and `<!-- end <name> -->` of the page. */
export function writeFigures(name: string, text: string): void {
  const [begin, end] = [`<!-- begin ${name} -->`, `<!-- end ${name} -->`];
  const before = readFileSync(page, 'utf8');
  const [from, to] = [before.indexOf(begin), before.indexOf(end)];
  if (from === -1 || to < from) throw new Error(`docs/reliability.md has no ${begin} and ${end} behind it`);
  writeFileSync(page, `${before.slice(0, from + begin.length)}\n\n${text.trim()}\n\n${before.slice(to)}`);
  execFileSync('npx', ['biome', 'format', '--write', page], { stdio: 'ignore', cwd: root });
}

/** Listens to how late this process is itself, which tells what else the machine did. */
export function watchNoise(): () => string {
  const delay = monitorEventLoopDelay({ resolution: 10 });
  const [before = 0] = loadavg();
  delay.enable();
  return () => {
    delay.disable();
    const [middle, worst] = [delay.percentile(99), delay.max].map((nanoseconds) => Math.max(0, Math.round(nanoseconds / 1e6 - 10)));
    return `Noise: the load of the machine was ${before.toFixed(1)} when it began, and the sender was itself late by ${middle} ms in the 99th percentile and by ${worst} ms at worst.`;
  };
}

export function describeMachine(): string {
  const [processor] = cpus();
  return `${platform()} ${arch()}, ${cpus().length} × ${processor?.model.trim() ?? 'an unknown processor'}, Node ${process.versions.node}`;
}

/** What the engines call themselves: `PostgreSQL 15.18, Redis 7.0.15`. */
export function describeEngines(): string {
  const ask = (command: string) => /\d+\.\d[\d.]*/.exec(execFileSync(command, ['--version'], { encoding: 'utf8' }))?.[0];
  return `PostgreSQL ${ask(findPostgres('postgres'))}, Redis ${ask('redis-server')}`;
}

/** A table of Markdown, numbers at the right. */
export function table(heads: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [heads, heads.map((_, index) => (index === 0 ? '---' : '---:')), ...rows].map(line).join('\n');
}
