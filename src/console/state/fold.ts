import type { EmulatorEvent } from '../../emulator/events.js';
import { type Entry, isCallback } from './entry.js';
import type { Heard } from './types.js';

type Description = Omit<Entry, 'seq' | 'at' | 'event' | 'findings' | 'group'>;

/** How a line of the timeline begins for an event; `undefined` for those that are folded into another. */
export function describe(event: EmulatorEvent): Description | undefined {
  switch (event.type) {
    case 'webhook':
      return {
        kind: isCallback(event.kind) ? 'callback' : 'webhook',
        title: event.kind,
        detail: `${event.method} ${pathOf(event.url)}`,
        way: 'out',
      };
    case 'rest':
      return {
        kind: 'rest',
        title: `${event.product} ${event.method}`,
        detail: shortenPath(event.path),
        way: 'in',
        status: String(event.status),
        tone: event.status < 400 ? 'good' : 'bad',
      };
    case 'call':
      return { kind: 'call', title: `call ${event.status}`, detail: `${event.from} → ${event.to}`, ...toneOfCall(event.status) };
    case 'message':
      return {
        kind: 'message',
        title: event.direction === 'inbound' ? 'text in' : 'text out',
        detail: event.body === '' && event.numMedia > 0 ? `${event.numMedia} media` : event.body,
        status: event.status,
        tone: toneOfMessage(event.status),
      };
    case 'heard':
      // Between two sounds there is a silence of no length, which nobody hears.
      if (event.heard.type === 'silence' && event.heard.seconds === 0) return undefined;
      return { kind: 'speech', title: `hears ${event.heard.type}`, detail: wordsOf(event.heard), ...durationOf(event.heard.seconds) };
    case 'input':
      return event.key === undefined
        ? { kind: 'speech', title: 'says', detail: event.speech ?? '' }
        : { kind: 'speech', title: 'presses', detail: event.key };
    case 'verb':
      return event.phase === 'begin' ? { kind: 'verb', title: `<${event.verb}>`, detail: event.path } : undefined;
    case 'socket':
      return { kind: 'socket', title: `socket ${event.state}`, detail: event.url ?? String(event.code ?? '') };
    case 'frame':
      return { kind: 'socket', title: 'frames', detail: '', frames: [] };
    case 'inline':
      return { kind: 'verb', title: 'inline document', detail: event.twiml };
    case 'finding':
      return {
        kind: 'finding',
        title: event.finding.twilioCode === undefined ? (event.finding.rule ?? event.finding.severity) : String(event.finding.twilioCode),
        detail: event.finding.message,
        tone: event.finding.severity === 'error' ? 'bad' : event.finding.severity === 'warning' ? 'warn' : 'plain',
      };
    case 'answer':
    case 'document':
      return undefined;
  }
}

/** What a person heard, in words. */
export function wordsOf({ text, url, digits, type }: Heard): string {
  return text ?? url ?? digits ?? type;
}

/** Where a URL leads to at its server. */
export function pathOf(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  return parsed === undefined ? url : `${parsed.pathname}${parsed.search}`;
}

/** A path of the REST API without what is the same in all. */
function shortenPath(path: string): string {
  return path.replace(/^\/2010-04-01\/Accounts\/AC[0-9a-f]{32}/, '').replace(/\.json$/, '') || path;
}

function durationOf(seconds: number | undefined): Pick<Entry, 'durationMs'> {
  return seconds === undefined ? {} : { durationMs: seconds * 1000 };
}

export function toneOfMessage(status: string): NonNullable<Entry['tone']> {
  if (status === 'failed' || status === 'undelivered') return 'bad';
  return status === 'delivered' || status === 'read' ? 'good' : 'plain';
}

export function toneOfCall(status: string): { readonly tone: NonNullable<Entry['tone']> } {
  if (status === 'failed') return { tone: 'bad' };
  if (status === 'busy' || status === 'no-answer' || status === 'canceled') return { tone: 'warn' };
  return { tone: status === 'completed' ? 'plain' : 'good' };
}
