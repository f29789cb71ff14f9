import { describeEngines, describeMachine, table } from '../support/figures.js';
import { type Outcome, PROCESSES } from './scenario.js';

/** One outcome in a line, for the log. */
export function tellOutcome(outcome: Outcome): string {
  const { webhooks, attempts, handledOnce, again, afterAnswer, lost, faults } = outcome;
  const reasons = Object.entries(again).map(([reason, all]) => `${all.length} ${reason}`);
  const done = Object.entries(faults).map(([fault, count]) => `${count} ${fault}`);
  return `${webhooks} webhooks, ${attempts} attempts; ${handledOnce} handled once; again: ${reasons.join(', ')}, of which ${afterAnswer.length} after the answer; ${lost.length} lost (${done.join(', ')})`;
}

/** All outcomes, as the page shows them. */
export function tellOutcomes(outcomes: ReadonlyMap<string, Outcome>, noise: string): string {
  const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(2)} %`;
  const rows = [...outcomes].map(([name, { webhooks, attempts, firstAnswered, handledOnce, again, lost }]) => [
    name,
    webhooks,
    attempts,
    share(firstAnswered, webhooks),
    share(handledOnce, webhooks),
    again.killed.length,
    again['stood still'].length,
    again.store.length,
    again.forgotten.length,
    again.none.length,
    lost.length,
  ]);
  const heads = [
    'store',
    'webhooks',
    'attempts',
    'answered at the first attempt',
    'handled once',
    'again: process killed',
    'again: process stood still',
    'again: store away',
    'again: reply forgotten',
    'again without a reason',
    'lost',
  ];
  const faults = [...outcomes].map(([name, outcome]) => {
    const done = Object.entries(outcome.faults).map(([fault, count]) => `${fault} ${count}`);
    return `- ${name}: ${done.join(', ')}`;
  });
  const [first] = outcomes.values();
  return [
    `By \`npm run reliability\`: ${PROCESSES} processes, ${first?.seconds} seconds each, on ${describeMachine()}, with ${describeEngines()}. ${noise}`,
    table(heads, rows),
    'What was done to them, how often:',
    faults.join('\n'),
  ].join('\n\n');
}
