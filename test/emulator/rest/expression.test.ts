import { expect, test } from 'vitest';
import { holds } from '../../../src/emulator/rest/taskrouter/expression.js';

const worker = { skills: ['en', 'fr'], level: 3, team: 'sales', address: { city: 'Oslo' }, isLead: true, name: 'Ada' };

test.each([
  ['1==1', true],
  ['', true],
  ['skills HAS "en"', true],
  ["skills HAS 'de'", false],
  ['"de" IN skills OR level >= 3', true],
  ['team IN ["sales", "support"] AND level > 2', true],
  ['team NOT IN ["sales"]', false],
  ['address.city == "Oslo"', true],
  ['worker.team == "sales"', true],
  ['NOT (level < 3)', true],
  ['isLead', true],
  ['missing == null', true],
  ['missing > 1', false],
  ['name CONTAINS "da"', true],
  ['__proto__.x == 1', false],
  ['level >', false],
  ['level == 3)', false],
  ['DROP TABLE', false],
  ['('.repeat(100_000), false],
  [`${'NOT '.repeat(100_000)}isLead`, false],
])('%s', (expression, expected) => {
  expect(holds(expression, worker)).toBe(expected);
});
