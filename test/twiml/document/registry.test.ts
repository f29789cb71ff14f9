import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rules } from '../../../src/twiml/document/rules/index.js';

/** Files of the folder that are no rules: the list of them, and the list by what they look at. */
const OTHERS = ['groups', 'index'];

test('Every file of a rule is in the list of rules, and every rule of the list has a file of its name', () => {
  const files = readdirSync(new URL('../../../src/twiml/document/rules', import.meta.url)).map((file) => file.replace(/\.ts$/, ''));
  expect(rules.map(({ id }) => id).sort()).toEqual(files.filter((file) => !OTHERS.includes(file)).sort());
});
