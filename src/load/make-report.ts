import { schemaFor, type WebhookKind } from '../payloads/index.js';
import { joinHealth } from './health.js';
import { addLatencies, makeLatencies, summarize } from './latencies.js';
import type { LoadPlan } from './plan.js';
import type { GeneratorReport, LoadReport, ThresholdReport, TurnReport, WebhookReport } from './report.js';
import type { LoadOutcome } from './run-load.js';
import { addTally, type KindTally, makeTally, type TurnTally } from './tally.js';
import { type Figures, figureOf, isAbove, type Threshold } from './thresholds.js';

/** What a report is made of. */
export interface Findings extends LoadOutcome {
  readonly plan: LoadPlan;
  readonly thresholds: readonly Threshold[];
  /** How late the generator may be in 99 of a hundred cases. */
  readonly slipMs: number;
}

/** Sums up what all threads have found. */
export function makeReport(findings: Findings): LoadReport {
  const { plan, results, thresholds } = findings;
  const tally = makeTally();
  for (const result of results) addTally(tally, result.tally);
  const kinds = Object.fromEntries(
    [...tally.kinds]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([kind, counts]) => [kind, { ...reportWebhooks([counts]), deadlineMs: schemaFor(kind as WebhookKind).deadlineMs }]),
  );
  const all = reportWebhooks([...tally.kinds.values()]);
  const seconds = Math.max(...results.map(({ arrivedMs }) => arrivedMs)) / 1000;
  const { stories } = tally;
  const turns = {
    ...(tally.turns.relay.asked + tally.turns.relay.answered > 0 && { relay: reportTurns(tally.turns.relay) }),
    ...(tally.turns.stream.asked + tally.turns.stream.answered > 0 && { stream: reportTurns(tally.turns.stream) }),
  };
  const measured = { all, kinds, turns, stories };
  const held = thresholds.map((threshold) => hold(threshold, findFigures(threshold, measured)));
  const generator = reportGenerator(findings, stories.dropped);
  const problems = [
    ...(all.count === 0 ? ['Nothing was measured: no webhook came to its end after the warm-up.'] : []),
    ...(thresholds.length > 0
      ? held.filter(({ ok }) => !ok).map(({ threshold }) => `The limit ${threshold} was passed.`)
      : listFaults(measured)),
    ...(generator.reliable ? [] : ['The figures are not reliable.']),
  ];
  return {
    version: 1,
    ok: problems.length === 0,
    problems,
    interrupted: results.some(({ interrupted }) => interrupted),
    seed: plan.seed,
    seconds: round(seconds),
    people: {
      ...stories,
      // The first comes at once, so that there is one more of them than gaps.
      perSecond: round((stories.started - 1) / Math.max(seconds, 1 / plan.perSecond)),
      plannedPerSecond: plan.perSecond,
    },
    webhooks: { ...all, perSecond: round((all.count * 1000) / Math.max(1, findings.wallMs - plan.warmUpMs)), warmUp: tally.warmUp },
    kinds,
    turns,
    reasons: [...tally.reasons].map(([reason, count]) => ({ reason, count })).sort((one, other) => other.count - one.count),
    thresholds: held,
    generator,
  };
}

function reportWebhooks(tallies: readonly KindTally[]): WebhookReport {
  const sum = (name: Exclude<keyof KindTally, 'latency'>) => tallies.reduce((total, tally) => total + tally[name], 0);
  const latency = makeLatencies();
  for (const tally of tallies) addLatencies(latency, tally.latency);
  return {
    count: sum('count'),
    noAnswer: sum('noAnswer'),
    misses: sum('misses'),
    serverErrors: sum('serverErrors'),
    refused: sum('refused'),
    wrong: sum('wrong'),
    latencyMs: summarize(latency),
  };
}

function reportTurns({ asked, answered, latency }: TurnTally): TurnReport {
  return { asked, unanswered: Math.max(0, asked - answered), latencyMs: summarize(latency) };
}

interface Measured {
  readonly all: WebhookReport;
  readonly kinds: Readonly<Record<string, WebhookReport>>;
  readonly turns: LoadReport['turns'];
  readonly stories: { readonly started: number; readonly failed: number };
}

/** What is wrong where nobody has said what may be. */
function listFaults({ all, stories }: Measured): readonly string[] {
  const faults = [
    [all.misses, 'late: not answered within the limit of their kind'],
    [all.noAnswer, 'not answered at all'],
    [all.serverErrors, 'answered with 5xx'],
    [all.refused, 'refused with 4xx'],
    [all.wrong, 'answered with what Twilio would not take'],
  ] as const;
  return [
    ...faults.flatMap(([count, what]) => (count === 0 ? [] : [`${count} of ${all.count} webhooks were ${what}.`])),
    ...(stories.failed === 0 ? [] : [`${stories.failed} of ${stories.started} people did not find what they expected.`]),
  ];
}

function findFigures({ of }: Threshold, { all, kinds, turns, stories }: Measured): Figures | undefined {
  if (of === 'relay' || of === 'stream') {
    const found = turns[of];
    // Whoever plays sound to an agent says nothing that could be counted, and is answered all the same.
    const count = Math.max(found?.asked ?? 0, found?.latencyMs.count ?? 0);
    return found && { count, latencyMs: found.latencyMs, counts: { unanswered: found.unanswered } };
  }
  const found = of === undefined ? all : Object.hasOwn(kinds, of) ? kinds[of] : undefined;
  if (found === undefined) return undefined;
  const { count, latencyMs, misses, wrong } = found;
  const errors = found.noAnswer + found.serverErrors + found.refused;
  return { count, latencyMs, counts: { misses, errors, wrong, ...(of === undefined && { failed: stories.failed }) } };
}

/** What was not measured cannot be said to be within the limit. */
function hold(threshold: Threshold, figures: Figures | undefined): ThresholdReport {
  const figure = figureOf(threshold, figures);
  if (figure === undefined) return { threshold: threshold.text, ok: false };
  return { threshold: threshold.text, ok: !isAbove(figure, threshold), figure };
}

function reportGenerator({ results, slipMs, processorMs, wallMs }: Findings, dropped: number): GeneratorReport {
  const { lateness, loop, utilization, sound } = joinHealth(results.map(({ health }) => health));
  const [latenessMs, eventLoopMs] = [summarize(lateness), summarize(loop)];
  const reasons = [
    ...(dropped > 0 ? [`${dropped} people did not come at all, since the generator could not keep up.`] : []),
    ...(latenessMs.p99 > slipMs ? [`People came or acted late: one of a hundred by ${latenessMs.p99} ms or more.`] : []),
    ...(eventLoopMs.p99 > slipMs
      ? [`The generator was busy: it was late by ${eventLoopMs.p99} ms or more for one of a hundred things.`]
      : []),
    ...(sound.reliable ? [] : [`The sound of media streams was late: 5 of 100 frames by ${sound.p95} ms or more.`]),
  ];
  return {
    reliable: reasons.length === 0,
    reasons,
    workers: results.length,
    latenessMs,
    eventLoopMs,
    utilization: round(utilization),
    cores: round(processorMs / Math.max(1, wallMs)),
    ...(sound.frames > 0 && { sound: { frames: sound.frames, p95Ms: sound.p95 } }),
  };
}

function round(number: number): number {
  return Math.round(number * 100) / 100;
}
