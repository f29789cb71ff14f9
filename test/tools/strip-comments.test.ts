import { describe, expect, test } from 'vitest';
import { stripComments } from '../../tools/strip-comments.js';

describe('The comments of published code', () => {
  test.each([
    [
      'those of a table',
      '({\n  /** What it is. */\n  a: 1,\n  // Why.\n\n  // And why.\n  b: 2 // what\n});\n',
      '({\n  a: 1,\n  b: 2\n});\n',
    ],
    ['those of a class', 'class A {\n  /**\n   * What it is.\n   */\n  b = 1;\n}\n', 'class A {\n  b = 1;\n}\n'],
    ['those at the beginning and the end', '// first\na();\n/* last */\n', '\na();\n'],
  ])('%s go, with their lines', (_, code, stripped) => {
    expect(stripComments(code)).toBe(stripped);
  });

  test('one between two words leaves them apart', () => {
    expect(stripComments('typeof/* of what */a;')).toBe('typeof a;');
  });

  test.each([
    'const a = /* @__PURE__ */ make(/* @__PURE__ */ b());',
    '// @__NO_SIDE_EFFECTS__\nfunction a() {}',
    '/*! MIT */\na();',
    '/** @license MIT */\na();',
    "import(/* webpackIgnore: true */ /* @vite-ignore */ 'a');",
    '#!/usr/bin/env node\na();',
  ])('%j keeps what tools and lawyers read', (code) => {
    expect(stripComments(code)).toBe(code);
  });

  test.each(["'http://a/*b*/'", '`//a${' + 'b}/*c*/`', '/\\/\\/[/*]*\\/\\*/g.test(a)', '[/[/]//, 1]'])(
    'what only looks like one stays: %s',
    (code) => {
      expect(stripComments(`${code} // b`).trimEnd()).toBe(code);
    },
  );
});
