import { readTokens, type Token } from './tokens.js';

/** One line of a document as it is shown. */
export interface Line {
  readonly indent: number;
  readonly tokens: readonly Token[];
}

/** A document of fewer lines than this is laid out anew: what programs write is often one long line. */
const FEW_LINES = 3;

/** The lines to show a document in: its own, or one an element where it has hardly any. */
export function layOut(source: string): readonly Line[] {
  const tokens = readTokens(source);
  return source.trim().split('\n').length >= FEW_LINES ? splitLines(source, tokens) : breakLines(source, tokens);
}

/** The document's own lines. */
function splitLines(source: string, tokens: readonly Token[]): readonly Line[] {
  const lines: Token[][] = [[]];
  for (const token of tokens) {
    let { start } = token;
    for (let end = source.indexOf('\n', start); end >= 0 && end < token.end; end = source.indexOf('\n', start)) {
      if (end > start) lines.at(-1)?.push({ ...token, start, end });
      lines.push([]);
      start = end + 1;
    }
    if (start < token.end) lines.at(-1)?.push(start === token.start ? token : { type: token.type, start, end: token.end });
  }
  while (lines.length > 1 && lines.at(-1)?.length === 0) lines.pop();
  return lines.map((line) => ({ indent: 0, tokens: line }));
}

/** A line for each element; an element with nothing but text stays on one. */
function breakLines(source: string, tokens: readonly Token[]): readonly Line[] {
  const lines: { readonly indent: number; readonly tokens: Token[] }[] = [];
  let depth = 0;
  let hasChildren = false;
  tokens.forEach((token, index) => {
    if (token.type === 'text' && source.slice(token.start, token.end).trim() === '') return;
    const isClosing = token.turn === 'close';
    if (isClosing) depth = Math.max(0, depth - 1);
    const isNew =
      lines.length === 0 || token.turn === 'open' || token.turn === 'alone' || token.type === 'comment' || (isClosing && hasChildren);
    if (isNew) lines.push({ indent: depth, tokens: [token] });
    else lines.at(-1)?.tokens.push(token);
    if (token.turn === 'open') depth += 1;
    if (token.turn !== undefined) hasChildren = token.turn !== 'open' || hasElementNext(tokens, index);
  });
  return lines;
}

/** Whether an element begins before the next one ends. */
function hasElementNext(tokens: readonly Token[], index: number): boolean {
  for (let at = index + 1; at < tokens.length; at += 1) {
    const { turn } = tokens[at] as Token;
    if (turn !== undefined) return turn !== 'close';
  }
  return false;
}
