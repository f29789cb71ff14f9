import type { EmulatorEvent } from '../events.js';
import { SESSION_VERSION, type Session, type SessionEvent, type SessionHead, type SessionLine } from './format.js';

/** The types of events that there are. Those of a later version of the package are left out. */
const TYPES: { readonly [Type in EmulatorEvent['type']]: true } = {
  ...{ call: true, message: true, rest: true, webhook: true, answer: true, document: true, inline: true, verb: true, heard: true },
  ...{ input: true, socket: true, frame: true, finding: true },
};

/**
 * Reads a session file.
 *
 * @throws TypeError that names the line, where it is none. A last line that broke off is left out.
 */
export function readSession(text: string): Session {
  const lines = text.split('\n');
  const isWhole = lines.at(-1) === '';
  const parsed = lines.slice(0, -1).map((line, index) => parseLine(line, index + 1));
  const last = isWhole ? undefined : tryParse(lines.at(-1) ?? '');
  const [head, ...rest] = (last === undefined ? parsed : [...parsed, last]) as readonly SessionLine[];
  if (head?.type !== 'session') throw new TypeError('This is no session file: its first line is not of type "session"');
  let settings: Session['settings'] = { publicUrl: head.publicUrl, app: head.app, numbers: {}, phones: {} };
  const events: SessionEvent[] = [];
  for (const line of rest) {
    if (line.type === 'settings') settings = line;
    else if (line.type !== 'session' && line.type !== 'end' && Object.hasOwn(TYPES, line.type)) events.push(line);
  }
  return { head: head as SessionHead, settings, events };
}

function parseLine(line: string, number: number): SessionLine {
  const parsed = tryParse(line);
  if (parsed === undefined)
    throw new TypeError(`Line ${number} is no line of a session file: it is no JSON with v, seq, at, type and causes`);
  if (parsed.v === SESSION_VERSION) return parsed;
  throw new TypeError(
    `Line ${number} has version ${String(parsed.v).slice(0, 20)} of the format; this version of ringback reads ${SESSION_VERSION}`,
  );
}

function tryParse(line: string): SessionLine | undefined {
  try {
    const json = JSON.parse(line) as Partial<Record<keyof SessionEvent | 'v', unknown>> | null;
    const { v, seq, at, type, causes } = json ?? {};
    const isLine =
      typeof v === 'number' && typeof seq === 'number' && typeof at === 'number' && typeof type === 'string' && Array.isArray(causes);
    return isLine ? (json as SessionLine) : undefined;
  } catch {
    return undefined;
  }
}
