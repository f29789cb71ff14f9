import type { Evidence } from './judge.js';
import type { Entry } from './ledger.js';

/** All that is known of a webhook, a line an event, in milliseconds since the first: for whoever has to find out why it was handled again. */
export function tellStory(webhook: string, { sent, entries, outages }: Evidence): string {
  const own = entries.filter((entry) => 'webhook' in entry && entry.webhook === webhook);
  const processes = new Set(own.map(({ process }) => process));
  const [from, until] = [Math.min(...own.map(({ at }) => at)), Math.max(...own.map(({ at }) => at))];
  const around = entries.filter(({ what, at, process }) => {
    return ['killed', 'crashed', 'stood still'].includes(what) && processes.has(process) && at >= from && at <= until + 5_000;
  });
  const lines = [...own, ...around].map((entry) => ({ at: entry.at, line: tellEntry(entry, from) }));
  for (const { answers } of sent.filter((one) => one.webhook === webhook))
    lines.push(...answers.map(({ at, run }) => ({ at, line: `sent to Twilio: the reply of run ${run}` })));
  for (const outage of outages.filter((one) => one.until >= from && one.from <= until))
    lines.push({ at: outage.from, line: `the store is disturbed until ${outage.until - from}` });
  lines.sort((a, b) => a.at - b.at);
  return [webhook, ...lines.map(({ at, line }) => `${String(at - from).padStart(7)} ${line}`)].join('\n');
}

function tellEntry({ at: _, process, what, ...more }: Entry, from: number): string {
  const details = Object.entries(more).map(([name, value]) => (name === 'since' ? `since ${Number(value) - from}` : `${name} ${value}`));
  return [process, what, ...details.filter((detail) => !detail.startsWith('webhook '))].join(' ');
}
