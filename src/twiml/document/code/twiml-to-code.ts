import { TwimlError } from '../../../errors.js';
import { isElement, type TwimlNode } from '../../node.js';
import { type Family, rootOf } from '../catalogue.js';
import { familyOf } from '../family.js';
import { nodeIn } from '../node-in.js';
import { parseTwiml } from '../parse.js';
import { positionOf } from '../places.js';
import { type Call, listCalls } from './calls.js';
import { writeFreeAttributes, writeString } from './literals.js';

/** What the code imports, and this package does not. */
const ENTRY = 'ringback/twiml';

/** Deeper documents are no longer for people to read. */
const DEEPEST = 100;

/** Longest line, as far as texts allow. */
const WIDTH = 120;

/** Verbs that return a finished document, so that none can be chained after them. */
const FINAL = ['hangup', 'leave', 'redirect', 'reject'];

/** How to write the code. */
export interface CodeOptions {
  /** What the document answers. @default what its verbs belong to */
  readonly document?: Family | undefined;
  /** The name of the constant that holds the document. @default "response" */
  readonly name?: string | undefined;
}

/**
 * Writes the TypeScript that builds a document: to move templates and pasted examples over to the builder. What the builder's types do not
 * take is added by `.element()`, so that the code compiles and makes the same document, right or wrong. White space between elements is
 * left out.
 *
 * @param source - A text, a node or a builder.
 * @returns A module that exports the document.
 * @throws TwimlError `TWIML_MALFORMED` when a text is not well-formed, its root is not `<Response>`, or it is more than 100 levels deep.
 *
 * @example
 * ```ts
 * twimlToCode('<Response><Say loop="2">Hello</Say></Response>');
 * // import { voiceResponse } from 'ringback/twiml';
 * //
 * // export const response = voiceResponse().say({ loop: 2 }, 'Hello');
 * ```
 */
export function twimlToCode(source: string | TwimlNode | { readonly node: TwimlNode }, options: CodeOptions = {}): string {
  const root = typeof source === 'string' ? parseTwiml(source) : nodeIn(source);
  checkRoot(root);
  const { document = familyOf(root), name = 'response' } = options;
  if (!/^[A-Za-z_$][\w$]*$/.test(name)) throw new TypeError(`name is an identifier, got ${JSON.stringify(name)}`);
  const start = `${document}Response`;
  const chains = splitAtFinal(listCalls(root, rootOf(document), false));
  const isOne = chains.length === 1;
  const statements = [`export const ${name} = ${writeChain(`${start}()`, isOne ? (chains[0] ?? []) : [], 0)};`];
  const attributes = writeFreeAttributes(root.attributes);
  if (attributes !== undefined) statements.push(`Object.assign(${name}.node.attributes, ${attributes});`);
  if (!isOne) for (const calls of chains) statements.push(`${writeChain(name, calls, 0)};`);
  return `import { ${start} } from ${writeString(ENTRY)};\n\n${statements.join('\n')}\n`;
}

function checkRoot(root: TwimlNode): void {
  if (root.tag !== 'Response') fail(root, `The root is <Response>; found <${root.tag.slice(0, 40)}>`);
  const open = [{ node: root, depth: 0 }];
  for (let top = open.pop(); top !== undefined; top = open.pop()) {
    if (top.depth > DEEPEST) fail(top.node, `Elements are nested more than ${DEEPEST} levels deep`);
    for (const child of top.node.children) if (isElement(child)) open.push({ node: child, depth: top.depth + 1 });
  }
}

function fail(node: TwimlNode, message: string): never {
  throw new TwimlError('TWIML_MALFORMED', message, positionOf(node)?.start ?? { line: 1, column: 1 });
}

/** One statement up to each verb that finishes the document. */
function splitAtFinal(calls: readonly Call[]): Call[][] {
  const statements: Call[][] = [[]];
  for (const call of calls) {
    statements.at(-1)?.push(call);
    if (FINAL.includes(call.method)) statements.push([]);
  }
  return statements.filter((statement, index) => index === 0 || statement.length > 0);
}

function writeChain(target: string, calls: readonly Call[], level: number): string {
  const flat = `${target}${calls.map((call) => writeCall(call, level)).join('')}`;
  if (calls.length < 2 || (calls.length < 5 && !flat.includes('\n') && flat.length + 2 * level <= WIDTH - 20)) return flat;
  const indent = `\n${'  '.repeat(level + 1)}`;
  return `${target}${calls.map((call) => indent + writeCall(call, level + 1)).join('')}`;
}

function writeCall({ method, values, fill }: Call, level: number): string {
  if (fill === undefined) return `.${method}(${values.join(', ')})`;
  const inner = writeChain(fill.name, fill.calls, level + 1);
  const before = [...values, `(${fill.name}) =>`].join(', ');
  const flat = `.${method}(${before} ${inner})`;
  if (!inner.includes('\n') && flat.length + 2 * level <= WIDTH) return flat;
  return `.${method}(${before}\n${'  '.repeat(level + 1)}${inner},\n${'  '.repeat(level)})`;
}
