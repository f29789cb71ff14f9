// Requests as text, several in one input: `POST /path`, a header a line, an empty line, the body; `----` on a line stands between two.
// `{new}` is the newest SID that an answer told, and `{name}` another word for what the target knows.

export interface TextRequest {
  readonly method: string;
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** How many requests of an input are sent. */
const MOST = 12;

const METHOD = /^[A-Z]{1,10}$/;
const HEADER = /^[\w-]{1,40}$/;

/** Reads them. What no client could send is left out: other methods and names of headers, and control characters in lines. */
export function readRequests(input: Uint8Array): TextRequest[] {
  const all = new TextDecoder().decode(input).split(/^----\n/m);
  return all.slice(0, MOST).flatMap((text) => {
    const [head = '', ...rest] = text.split('\n\n');
    const [first = '', ...lines] = head.replace(/[^\n\x20-\x7e]/g, '').split('\n');
    const [method = '', target = ''] = first.split(' ', 2);
    if (!METHOD.test(method) || target === '') return [];
    const headers = lines.map((line): [string, string] => [
      line.slice(0, Math.max(0, line.indexOf(':'))),
      line.slice(line.indexOf(':') + 1).trim(),
    ]);
    return [
      { method, target, headers: Object.fromEntries(headers.filter(([name]) => HEADER.test(name))), body: rest.join('\n\n').trimEnd() },
    ];
  });
}

/** Puts what is known into the place of words in braces. */
export function fill(text: string, words: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, word: string) => (Object.hasOwn(words, word) ? (words[word] ?? whole) : whole));
}

/** The first SID of an answer; what was there before where it has none. */
export function findSid(body: string, before: string): string {
  return /"sid": ?"(\w{34})"/.exec(body)?.[1] ?? before;
}
