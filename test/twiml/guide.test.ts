import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';
import * as twiml from '../../src/twiml/index.js';

const page = readFileSync(new URL('../../docs/twiml.md', import.meta.url), 'utf8');

/** Code of the guide that is followed by the document that it writes. */
const examples = [...page.matchAll(/^```ts\n((?:(?!```).*\n)*)```\n\n```xml\n(.*)\n```$/gm)].map(([, code = '', xml = '']) => ({
  code,
  xml,
  firstLine: code.split('\n').find((line) => line.includes('Response()')) ?? '',
}));

test('The guide shows what its examples write', () => {
  expect(examples.length).toBeGreaterThan(8);
});

test.each(examples)('The guide is right about $firstLine', ({ code, xml }) => {
  const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 };
  const { outputText } = ts.transpileModule(`${code}\nexport default xml;`, { compilerOptions });
  const exports: { default?: string } = {};
  new Function('exports', 'require', outputText)(exports, () => twiml);
  expect(exports.default).toBe(xml);
});
