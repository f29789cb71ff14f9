import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lintRules } from '../../../src/twiml/document/index.js';
import { TABLES_DATE } from '../../../src/twiml/document/tables-date.js';
import { renderRulePages, renderRules } from '../../../tools/lint-rules.js';
import errors from '../../data/twiml/error-codes.json' with { type: 'json' };
import rules from '../../data/twiml/rules.json' with { type: 'json' };

describe('lintRules', () => {
  test('have ids of their own, in kebab case, and a sentence each', () => {
    const ids = lintRules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, text } of lintRules) {
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(text).toMatch(/^[`A-Z].*\.$/s);
    }
  });

  test('have codes that Twilio has', () => {
    for (const { id, twilioCodes } of lintRules) for (const code of twilioCodes) expect([id, code in errors.codes]).toEqual([id, true]);
  });

  test('hold every rule that is known of TwiML, as severe as it is known to be', () => {
    const found = Object.fromEntries(lintRules.map(({ id, severity }) => [id, severity]));
    expect(found).toMatchObject(rules.severities);
  });

  test('are described in docs/reference, on a list and a page each: after a change, run tools/lint-rules.js', () => {
    const folder = resolve(import.meta.dirname, '../../../docs/reference');
    expect(readFileSync(resolve(folder, 'lint-rules.md'), 'utf8')).toBe(renderRules(lintRules));
    const pages = renderRulePages(lintRules);
    expect(readdirSync(resolve(folder, 'lint-rules')).sort()).toEqual([...pages.keys()].sort());
    for (const [file, text] of pages) expect(readFileSync(resolve(folder, 'lint-rules', file), 'utf8')).toBe(text);
  });

  test('go by tables whose month is the one that the guide tells', () => {
    const guide = readFileSync(resolve(import.meta.dirname, '../../../docs/linting.md'), 'utf8');
    expect(guide).toContain(`library for Node.js in ${TABLES_DATE}`);
  });
});
