import { withoutCredentials } from '../../delivery/loopback.js';
import type { Change } from '../../line/changes.js';
import type { LineEvent } from '../../line/open-line.js';
import type { PutBack } from '../../line/put-back.js';
import type { Recovered } from '../../line/recover.js';
import { describeFindings } from '../findings.js';
import { makePaint } from '../paint.js';
import { makePrintable } from '../printable.js';
import type { LineSocket, LineWebhook, Signed } from './line-webhook.js';

/** What is told in words, and how bad it is. */
interface Output {
  readonly colours: boolean;
}

/** Says in lines what happened to a line. */
export function describeLineEvent(event: LineEvent, output: Output): readonly string[] {
  const paint = makePaint(output);
  switch (event.type) {
    case 'recovered':
      return describeRecovered(event.recovered);
    case 'ignored':
      return Object.entries(event.found.ignored).map(
        ([purpose, by]) =>
          `${event.found.place.name}: the URL for ${purpose} is left alone, since Twilio goes by the ${by}; name that SID too.`,
      );
    case 'overwriting':
      return [paint('warning', `${event.objection.message} It is put back when the line ends.`)];
    case 'tunnel':
      return [`Waits until ${event.tunnel.origin}${event.tunnel.name === 'given' ? '' : `, by ${event.tunnel.name},`} leads here.`];
    case 'set':
      return describeSet(event.change);
    case 'taken': {
      const { place, purpose } = event.change;
      const now = writeUrl(event.found);
      return [paint('bad', `Somebody has set the URL of ${place.name} for ${purpose} to ${now}. It is theirs now, and is not put back.`)];
    }
    case 'put-back':
      return [describePutBack(event.outcome)];
  }
}

function describeSet({ place, purpose, before, after }: Change): readonly string[] {
  return [
    `${place.name} ${purpose}: was ${writeUrl(before)}`,
    `${' '.repeat(place.name.length + purpose.length + 2)} now ${writeUrl(after)}`,
  ];
}

/** Says in a line what became of one URL. */
export function describePutBack({ change: { place, purpose, before }, outcome, found }: PutBack): string {
  const what = `${place.name} ${purpose}:`;
  if (outcome === 'restored') return `${what} ${writeUrl(before)} is back.`;
  if (outcome === 'untouched') return `${what} ${writeUrl(before)} is there still.`;
  if (outcome === 'gone') return `${what} it is no more; nothing to put back.`;
  return `${what} somebody has set it to ${writeUrl(found)} since, so that it was left. Before the line it was ${writeUrl(before)}.`;
}

/** Says what became of a line that was broken off. */
export function describeRecovered(recovered: Recovered): readonly string[] {
  if (recovered.is === 'unreadable')
    return [`${recovered.file} is no journal of a line; look whether it holds a URL that is to be put back.`];
  const since = `A line that was opened at ${recovered.journal.since}`;
  if (recovered.is === 'restored') return [`${since} was broken off:`, ...recovered.outcomes.map(describePutBack)];
  if (recovered.is === 'open') return [`${since} is open still, on port ${recovered.journal.port}.`];
  return [
    `${since} was broken off, and is one of the account ${recovered.journal.accountSid}: \`ringback line restore\` with its credentials puts it back.`,
  ];
}

const SIGNED: { readonly [Verdict in Signed]: string } = { yes: 'signed', no: 'NOT SIGNED by your account', unknown: 'not verified' };

/** Says in lines what came, and what Twilio makes of the answer. */
export function describeLineWebhook(webhook: LineWebhook, output: Output): readonly string[] {
  const { kind = 'unknown', method, path, status, durationMs, signed, findings, file } = webhook;
  const paint = makePaint(output);
  const verdict = paint(signed === 'yes' ? 'good' : signed === 'no' ? 'bad' : 'faint', SIGNED[signed]);
  const kept = file === undefined ? '' : paint('faint', `  ${file}`);
  const head = `${kind} ${method} ${makePrintable(path)} → ${status} in ${durationMs} ms, ${verdict}${kept}`;
  // Without the lines of the document that they are about: the document is what the application has said to somebody.
  const diagnostics = findings.map(({ range: _, ...finding }) => finding);
  return [head, ...describeFindings({ name: 'answer', text: '', diagnostics }, output)];
}

/** The same of a WebSocket. */
export function describeLineSocket({ path, status, signed }: LineSocket): string {
  return `WebSocket ${makePrintable(path)} → ${status}, ${SIGNED[signed]}`;
}

function writeUrl(url: string): string {
  return url === '' ? 'none' : makePrintable(withoutCredentials(url));
}
