/** Characters that end a command where they stand in no quotes. */
const ENDS = '|;&<>\n';

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', a: '\u0007', b: '\b', e: '\u001b', f: '\f', v: '\u000b' };

/**
 * Splits a command into words as a shell would, up to where the command ends. Nothing is run and no variable put in: what a shell would
 * replace stays as it is.
 */
export function splitWords(command: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  let at = 0;
  while (at < command.length) {
    const character = command[at] as string;
    if (character === '\\') {
      // A line that goes on, or a character as it is.
      if (command[at + 1] === '\r' && command[at + 2] === '\n') at += 1;
      if (command[at + 1] !== '\n') word = (word ?? '') + (command[at + 1] ?? '');
      at += 2;
    } else if (character === "'" || character === '"' || (character === '$' && command[at + 1] === "'")) {
      const quoted = readQuoted(command, at);
      word = (word ?? '') + quoted.text;
      at = quoted.end;
    } else if (/[ \t\r]/.test(character)) {
      if (word !== undefined) words.push(word);
      word = undefined;
      at += 1;
    } else if (ENDS.includes(character)) {
      break;
    } else {
      word = (word ?? '') + character;
      at += 1;
    }
  }
  return word === undefined ? words : [...words, word];
}

function readQuoted(command: string, start: number): { readonly text: string; readonly end: number } {
  const isAnsi = command[start] === '$';
  const quote = isAnsi ? "'" : command[start];
  const parts: string[] = [];
  let at = start + (isAnsi ? 2 : 1);
  while (at < command.length && command[at] !== quote) {
    const escaped = command[at] === '\\' && (isAnsi || quote === '"') ? readEscape(command, at, isAnsi) : undefined;
    parts.push(escaped?.text ?? (command[at] as string));
    at = escaped?.end ?? at + 1;
  }
  return { text: parts.join(''), end: at + 1 };
}

function readEscape(command: string, at: number, isAnsi: boolean): { readonly text: string; readonly end: number } {
  const next = command[at + 1] ?? '';
  if (!isAnsi) {
    if (next === '\n') return { text: '', end: at + 2 };
    return '"\\$`'.includes(next) ? { text: next, end: at + 2 } : { text: '\\', end: at + 1 };
  }
  const [code, digits] = /^(?:x([0-9a-f]{1,2})|u([0-9a-f]{1,4}))/i.exec(command.slice(at + 1, at + 7)) ?? [];
  if (code !== undefined) return { text: String.fromCharCode(Number.parseInt(digits ?? code.slice(1), 16)), end: at + 1 + code.length };
  return { text: ESCAPES[next] ?? next, end: at + 2 };
}
