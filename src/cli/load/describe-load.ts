import type { LatencySummary } from '../../load/latencies.js';
import type { LoadReport, ThresholdReport, TurnReport, WebhookReport } from '../../load/report.js';
import type { Paint } from '../paint.js';
import { makePrintable } from '../printable.js';

/** How many of the reasons are shown. `--json` has them all. */
const MOST_REASONS = 10;

/** Writes what was found, for people. */
export function describeLoad(report: LoadReport, paint: Paint): string {
  const { people, seconds, webhooks, turns, reasons, thresholds, problems } = report;
  const cut = people.cut === 0 ? '' : `, ${people.cut} cut off`;
  const failed = people.failed === 0 ? '' : `, ${people.failed} did not find what they expected`;
  return [
    `${people.started} people in ${seconds.toFixed(1)} s (${people.perSecond}/s of ${people.plannedPerSecond}/s)${failed}${cut}; ${webhooks.count} webhooks, ${webhooks.perSecond}/s${webhooks.warmUp === 0 ? '' : `, and ${webhooks.warmUp} of the warm-up`}.`,
    ...(report.interrupted ? ['It was ended early: this is what there is.'] : []),
    '',
    ...writeTable(report).map((line, index) => (index === 0 ? paint('faint', line) : line)),
    ...(turns.relay === undefined ? [] : ['', describeTurns('ConversationRelay', 'token', turns.relay)]),
    ...(turns.stream === undefined ? [] : ['', describeTurns('Media Streams', 'sound', turns.stream)]),
    ...(reasons.length === 0 ? [] : ['', 'What was wrong:']),
    ...reasons.slice(0, MOST_REASONS).map(({ reason, count }) => `  ${count} × ${makePrintable(reason)}`),
    ...(reasons.length <= MOST_REASONS ? [] : [`  and ${reasons.length - MOST_REASONS} more reasons; --json has them all`]),
    ...(thresholds.length === 0 ? [] : ['']),
    ...thresholds.map((threshold) => paint(threshold.ok ? 'good' : 'bad', describeThreshold(threshold))),
    '',
    ...describeGenerator(report, paint),
    paint(problems.length === 0 ? 'good' : 'bad', problems.length === 0 ? 'All went well.' : problems.join(' ')),
    '',
  ].join('\n');
}

/** Milliseconds, or seconds where that is shorter. */
export function describeMs(ms: number): string {
  if (ms >= 1000) return `${(ms / 1000).toFixed(2)} s`;
  return `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`;
}

const HEADS = ['', 'count', 'p50', 'p90', 'p95', 'p99', 'max', 'limit', 'late', 'none', '5xx', '4xx', 'wrong'] as const;

function writeTable({ kinds, webhooks }: LoadReport): readonly string[] {
  const rows = Object.entries(kinds).map(([kind, found]) => writeRow(kind, found, describeMs(found.deadlineMs)));
  const all = rows.length === 1 ? [] : [writeRow('all', webhooks, '')];
  const table = [HEADS, ...rows, ...all];
  const widths = HEADS.map((_, column) => Math.max(...table.map((row) => (row[column] ?? '').length)));
  return table.map((row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '),
  );
}

function writeRow(name: string, found: WebhookReport, limit: string): readonly string[] {
  const { count, latencyMs, misses, noAnswer, serverErrors, refused, wrong } = found;
  return [name, String(count), ...listLatencies(latencyMs), limit, ...[misses, noAnswer, serverErrors, refused, wrong].map(String)];
}

function listLatencies({ count, p50, p90, p95, p99, max }: LatencySummary): readonly string[] {
  return [p50, p90, p95, p99, max].map((ms) => (count === 0 ? '–' : describeMs(ms)));
}

function describeTurns(name: string, first: string, { asked, unanswered, latencyMs }: TurnReport): string {
  const [p50, p90, , p99, max] = listLatencies(latencyMs);
  return `${name}: ${asked} turns, ${unanswered} unanswered; first ${first} after ${p50} (p50), ${p90} (p90), ${p99} (p99), ${max} (max).`;
}

function describeThreshold({ threshold, ok, figure }: ThresholdReport): string {
  return `${ok ? 'kept' : 'passed'}: ${threshold}${figure === undefined ? ', of which nothing was measured' : ` (${Math.round(figure * 1000) / 1000})`}`;
}

function describeGenerator({ generator }: LoadReport, paint: Paint): readonly string[] {
  const { workers, latenessMs, eventLoopMs, cores, utilization, sound, reliable, reasons } = generator;
  const threads = workers === 1 ? '' : ` in ${workers} threads`;
  const frames = sound === undefined ? '' : `, ${sound.frames} frames of sound at most ${describeMs(sound.p95Ms)} late (p95)`;
  const line = `The generator${threads}: people ${describeMs(latenessMs.p99)} late (p99), event loop ${describeMs(eventLoopMs.p99)} (p99), ${cores} cores, busy ${Math.round(utilization * 100)} %${frames}.`;
  if (reliable) return [paint('faint', line)];
  return [
    line,
    paint('bad', `Not reliable: ${reasons.join(' ')} Let fewer people arrive, take --workers, or another machine than the application's.`),
  ];
}
