import { describe, expect, test } from 'vitest';
import { tidyCode, tidyDeclarations } from '../../tools/tidy-code.js';

describe('Published code', () => {
  test.each([
    [
      'those of a table',
      '({\n  /** What it is. */\n  a: 1,\n  // Why.\n\n  // And why.\n  b: 2 // what\n});\n',
      '({\n\ta: 1,\n\tb: 2\n});\n',
    ],
    ['those of a class', 'class A {\n  /**\n   * What it is.\n   */\n  b = 1;\n}\n', 'class A {\n\tb = 1;\n}\n'],
    ['those at the beginning and the end', '// first\na();\n/* last */\n', '\na();\n'],
  ])('%s go, with their lines', (_, code, stripped) => {
    expect(tidyCode(code)).toBe(stripped);
  });

  test('one between two words leaves them apart', () => {
    expect(tidyCode('typeof/* of what */a;')).toBe('typeof a;');
  });

  test.each([
    'const a = /*@__PURE__*/make(/*@__PURE__*/b());',
    '// @__NO_SIDE_EFFECTS__\nfunction a() {}',
    '/*! MIT */\na();',
    '/** @license MIT */\na();',
    "import(/* webpackIgnore: true */ /* @vite-ignore */ 'a');",
    '#!/usr/bin/env node\na();',
  ])('%j keeps what tools and lawyers read', (code) => {
    expect(tidyCode(code)).toBe(code);
  });

  test.each(["'http://a/*b*/'", '`//a${' + 'b}/*c*/`', '/\\/\\/[/*]*\\/\\*/g.test(a)', '[/[/]//, 1]'])(
    'what only looks like one stays: %s',
    (code) => {
      expect(tidyCode(`${code} // b`).trimEnd()).toBe(code);
    },
  );

  test('tabs take the place of spaces at the beginning of lines, and of no others', () => {
    expect(tidyCode('a(\n  b,\n    // c\n    `\n  d`,\n  "  "\n);')).toBe('a(\n\tb,\n\t\t`\n  d`,\n\t"  "\n);');
  });

  test('marks for bundlers take no more room than they need', () => {
    expect(tidyCode('const a = /* @__PURE__ */ b();')).toBe('const a = /*@__PURE__*/b();');
  });

  test('declarations are indented by tabs, and their comments stay', () => {
    const declaration = 'interface A {\n    /**\n     * B:\n     *     c\n     */\n    b: {\n        c: 1;\n    };\n}\n';
    expect(tidyDeclarations(declaration)).toBe('interface A {\n\t/**\n\t * B:\n\t *     c\n\t */\n\tb: {\n\t\tc: 1;\n\t};\n}\n');
  });
});
