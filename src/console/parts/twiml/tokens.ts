/** What a stretch of a document is, for its colour. */
export type TokenType = 'tag' | 'attribute' | 'string' | 'text' | 'comment' | 'mark';

/** A stretch of a document. */
export interface Token {
  readonly type: TokenType;
  readonly start: number;
  readonly end: number;
  /** Of a start tag, its element. */
  readonly element?: ElementRef;
  /** What a tag does to the depth of what follows it. */
  readonly turn?: 'open' | 'close' | 'alone';
}

/** An element, as far as its place is concerned. */
interface ElementRef {
  readonly name: string;
  readonly parent: ElementRef | undefined;
  /** Which one of its name it is among its siblings, from 1. */
  readonly count: number;
  readonly siblings: Counts;
}

type Counts = Map<string, number>;

/** Where an element is, as the linter and the emulator write it: `/Response/Gather[2]`, with a number where there are several of a name. */
export function pathOf({ name, parent, count, siblings }: ElementRef): string {
  const isOnly = siblings.get(name) === 1;
  return `${parent === undefined ? '' : pathOf(parent)}/${name}${isOnly ? '' : `[${count}]`}`;
}

/** What follows a `<`, each with what ends it. */
const SPECIAL: readonly (readonly [string, string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<!', '>'],
];

const NAME = /[^\s/>]*/y;
const ATTRIBUTE = /(\s+)([^\s=/>]+)(\s*=\s*(?:"[^"]*"|'[^']*'))?/y;

/** Takes a document apart, also one that is broken: whatever is not understood is text. The time it takes grows with the length. */
export function readTokens(source: string): readonly Token[] {
  const tokens: Token[] = [];
  const tree = new Tree();
  let at = 0;
  while (at < source.length) {
    const next = source.indexOf('<', at);
    if (next < 0) {
      tokens.push({ type: 'text', start: at, end: source.length });
      break;
    }
    if (next > at) tokens.push({ type: 'text', start: at, end: next });
    at = readMarkup(source, next, tokens, tree);
  }
  return tokens;
}

/** Reads what begins with a `<`. @returns Where it ends. */
function readMarkup(source: string, start: number, tokens: Token[], tree: Tree): number {
  const special = SPECIAL.find(([begin]) => source.startsWith(begin, start));
  if (special !== undefined) {
    const found = source.indexOf(special[1], start);
    const end = found < 0 ? source.length : found + special[1].length;
    tokens.push({ type: 'comment', start, end });
    return end;
  }
  const isEnd = source[start + 1] === '/';
  NAME.lastIndex = start + (isEnd ? 2 : 1);
  const name = NAME.exec(source)?.[0] ?? '';
  let at = NAME.lastIndex;
  const tag = tokens.push({ type: 'tag', start, end: at }) - 1;
  at = isEnd ? at : readAttributes(source, at, tokens);
  const found = source.indexOf('>', at);
  const end = found < 0 ? source.length : found + 1;
  const isAlone = source[end - 2] === '/';
  tokens.push({ type: 'tag', start: at, end });
  if (isEnd) {
    tree.close(name);
    tokens[tag] = { type: 'tag', start, end: NAME.lastIndex, turn: 'close' };
    return end;
  }
  tokens[tag] = { type: 'tag', start, end: start + 1 + name.length, element: tree.open(name, isAlone), turn: isAlone ? 'alone' : 'open' };
  return end;
}

function readAttributes(source: string, start: number, tokens: Token[]): number {
  let at = start;
  for (;;) {
    ATTRIBUTE.lastIndex = at;
    const match = ATTRIBUTE.exec(source);
    if (match === null) return at;
    const [whole, space = '', name = '', value] = match;
    const nameEnd = at + space.length + name.length;
    tokens.push({ type: 'attribute', start: at, end: nameEnd });
    if (value !== undefined) tokens.push({ type: 'string', start: nameEnd, end: at + whole.length });
    at += whole.length;
  }
}

/** The elements that are open at a place. */
class Tree {
  readonly #open: { readonly ref: ElementRef; readonly children: Counts }[] = [];
  readonly #roots: Counts = new Map();

  open(name: string, isAlone: boolean): ElementRef {
    const parent = this.#open.at(-1);
    const siblings = parent?.children ?? this.#roots;
    const count = (siblings.get(name) ?? 0) + 1;
    siblings.set(name, count);
    const ref = { name, parent: parent?.ref, count, siblings };
    if (!isAlone) this.#open.push({ ref, children: new Map() });
    return ref;
  }

  /** An end without a beginning is passed over. */
  close(name: string): void {
    const at = this.#open.findLastIndex(({ ref }) => ref.name === name);
    if (at >= 0) this.#open.length = at;
  }
}
