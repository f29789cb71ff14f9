import { resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { parseTwiml, twimlToCode } from '../../../src/twiml/document/index.js';
import * as twiml from '../../../src/twiml/index.js';
import type { TwimlNode } from '../../../src/twiml/node.js';
import { invalidDocuments } from './invalid-documents.js';
import { validDocuments } from './valid-documents.js';

const readable = [...validDocuments, ...invalidDocuments].flatMap(([what, xml]) => {
  try {
    const node = parseTwiml(xml);
    return node.tag === 'Response' && xml.length < 20_000 ? [{ what, node, code: twimlToCode(node) }] : [];
  } catch {
    return [];
  }
});

describe('twimlToCode', () => {
  test('writes the calls that one would write', () => {
    expect(
      twimlToCode(`<?xml version="1.0"?>
<Response>
  <!-- The menu -->
  <Gather input="speech dtmf" numDigits="1" action="/menu">
    <Say voice="Polly.Joanna">Hello <break time="1s"/> there, it's me.</Say>
  </Gather>
  <Hangup/>
</Response>`),
    ).toBe(`import { voiceResponse } from 'ringback/twiml';

export const response = voiceResponse()
  .comment('The menu')
  .gather({ input: ['speech', 'dtmf'], numDigits: 1, action: '/menu' }, (gather) =>
    gather.say({ voice: 'Polly.Joanna' }, (say) => say.text('Hello ').break({ time: '1s' }).text(" there, it's me.")),
  )
  .hangup();
`);
  });

  test('takes a name for the constant and the family of the document', () => {
    expect(twimlToCode('<Response><Redirect>/a</Redirect></Response>', { name: 'reply', document: 'messaging' })).toBe(
      "import { messagingResponse } from 'ringback/twiml';\n\nexport const reply = messagingResponse().redirect('/a');\n",
    );
    expect(() => twimlToCode('<Response/>', { name: 'my reply' })).toThrow(TypeError);
  });

  test('makes code that compiles, of documents right and wrong', { timeout: 120_000 }, () => {
    expect(compile(readable.map(({ code }) => code))).toEqual([]);
  });

  test.each(readable)('makes code that builds the same document: $what', ({ node, code }) => {
    expect(withoutSpace(run(code))).toEqual(withoutSpace(node));
  });

  test('refuses what is no document', () => {
    expect(() => twimlToCode('<html/>')).toThrow(/The root is <Response>; found <html>/);
    expect(() => twimlToCode('<Response>')).toThrow(expect.objectContaining({ code: 'TWIML_MALFORMED' }));
    expect(() => twimlToCode(`<Response>${'<a>'.repeat(101)}${'</a>'.repeat(101)}</Response>`)).toThrow(/nested more than 100 levels/);
  });

  test('writes no text out of its quotes', () => {
    const text = `'"\`\${1}\\\n\u2028</script>`;
    const node: TwimlNode = { tag: 'Response', attributes: {}, children: [{ tag: 'Say', attributes: { voice: text }, children: [text] }] };
    expect(run(twimlToCode(node))).toEqual(node);
  });
});

/** Runs a module that twimlToCode made. */
function run(code: string): TwimlNode {
  const { outputText } = ts.transpileModule(code, { compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS } });
  const exports: { response?: { node: TwimlNode } } = {};
  new Function('exports', 'require', outputText)(exports, () => twiml);
  return (exports.response as { node: TwimlNode }).node;
}

/** The tree without the white space that stands between elements. */
function withoutSpace(node: TwimlNode): TwimlNode {
  const hasWords = node.children.some((child) => typeof child === 'string' && child.trim() !== '');
  const isText = !/^(Response|Gather|Connect|Start|Stop|Pay|Prompt|Headers|Stream|Refer|Annotate)$/.test(node.tag);
  const children = node.children
    .filter((child) => typeof child !== 'string' || (child.trim() !== '' ? true : node.children.length === 1 || (hasWords && isText)))
    .map((child) => (typeof child === 'object' && 'tag' in child ? withoutSpace(child) : child));
  return {
    tag: node.tag,
    attributes: { ...node.attributes },
    children: children.length === 1 && String(children[0]).trim() === '' ? [] : children,
  };
}

function compile(codes: readonly string[]): string[] {
  const root = resolve(import.meta.dirname, '../../..');
  const files = new Map(
    codes.map((code, index) => [resolve(root, `src/made-${index}.ts`), code.replace('ringback/twiml', './twiml/index.js')]),
  );
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    exactOptionalPropertyTypes: true,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    skipLibCheck: true,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (file) => files.has(file) || fileExists(file);
  host.readFile = (file) => files.get(file) ?? readFile(file);
  host.getSourceFile = (file, version) => {
    const code = files.get(file);
    return code === undefined ? getSourceFile(file, version) : ts.createSourceFile(file, code, version);
  };
  const program = ts.createProgram([...files.keys()], options, host);
  return [...files.keys()].flatMap((file) =>
    ts
      .getPreEmitDiagnostics(program, program.getSourceFile(file))
      .map(({ messageText }) => `${ts.flattenDiagnosticMessageText(messageText, ' ')}\n${files.get(file)}`),
  );
}
