import { type Act, quoteWord, readPress, writeAct } from '../act.js';
import { UsageError } from '../context.js';

/** What the caller does in a call, one after the other. */
export type CallAct = Act | { readonly does: 'record'; readonly words: string } | { readonly does: 'hang-up' };

/** How somebody behaves whom the application dials. */
export type Answering = (typeof ANSWERINGS)[number];

/** Every way to behave when the telephone rings. */
export const ANSWERINGS = ['answer', 'busy', 'no-answer'] as const;

/** What a script file asks for. */
export interface Script {
  readonly acts: readonly CallAct[];
  readonly expected: readonly string[];
  readonly answering: Answering | undefined;
}

/** Writes an act as it is asked for on the command line. */
export function writeCallAct(act: CallAct): string {
  if (act.does === 'hang-up') return '--hangup';
  return act.does === 'record' ? `--record ${quoteWord(act.words)}` : writeAct(act);
}

/** Reads what somebody types: keys, words, or nothing for silence. */
export function readTyped(line: string): CallAct {
  const text = line.trim();
  if (text === '') return { does: 'wait' };
  return /^[\d*#w]+$/.test(text) ? { does: 'press', keys: text } : { does: 'say', words: text };
}

/**
 * Reads a script: a line each, `press 1`, `say sales, please`, `record …`, `silence`, `hangup`, `dial busy` and `expect …`. What follows a `#`
 * at the beginning of a line is a comment.
 *
 * @throws UsageError that names the line which cannot be read.
 */
export function readScript(text: string): Script {
  const acts: CallAct[] = [];
  const expected: string[] = [];
  let answering: Answering | undefined;
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const [, word = '', rest = ''] = /^\s*(\S*)\s*(.*?)\s*$/.exec(line) ?? [];
    if (word === '' || word.startsWith('#')) continue;
    if (word === 'expect' && rest !== '') expected.push(rest);
    else if (word === 'dial' && ANSWERINGS.some((one) => one === rest)) answering = rest as Answering;
    else acts.push(readLine(word, rest, index + 1));
  }
  return { acts, expected, answering };
}

function readLine(word: string, rest: string, line: number): CallAct {
  if (word === 'press') return readPress(rest);
  if ((word === 'say' || word === 'record') && rest !== '') return { does: word, words: rest };
  if (word === 'silence' && rest === '') return { does: 'wait' };
  if (word === 'hangup' && rest === '') return { does: 'hang-up' };
  throw new UsageError(
    `Line ${line} of the script is none of press <keys>, say <words>, record <words>, silence, hangup, dial ${ANSWERINGS.join('|')}, expect <text>`,
  );
}
