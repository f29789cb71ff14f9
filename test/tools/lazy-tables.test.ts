import { describe, expect, test } from 'vitest';
import { makeTablesLazy } from '../../tools/lazy-tables.js';

const table = 'const parameters = {\n  A: /* @__PURE__ */ optional(/* @__PURE__ */ text()),\n  B: /* @__PURE__ */ sid("AC")\n};\n';
const lazy =
  'import { lazyTable } from "../schema/lazy-table.js";\nconst parameters = /* @__PURE__ */ lazyTable(() => ({\n  A: optional(text()),\n  B: sid("AC")\n}));\n';

describe('The build', () => {
  test('makes the tables of payloads when they are looked into', () => {
    expect(makeTablesLazy(table, 'payloads/voice/gather-result.ts')).toBe(lazy);
    expect(makeTablesLazy(table, 'payloads/voice/groups/call.ts')).toBe(lazy.replace('../schema', '../../schema'));
  });

  test.each([
    ['what is no payload', table, 'twiml/voice/gather.ts'],
    ['the machinery of schemas', table, 'payloads/schema/fields.ts'],
    ['a table in which nothing is called', 'const names = {\n  a: "b"\n};\n', 'payloads/voice/a.ts'],
    ['a table within a function', `function make() {\n${table.replaceAll(/^/gm, '  ')}}\n`, 'payloads/voice/a.ts'],
  ])('leaves %s as it is', (_, code, place) => {
    expect(makeTablesLazy(code, place)).toBe(code);
  });
});
