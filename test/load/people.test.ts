import { expect, test } from 'vitest';
import { People } from '../../src/load/people.js';

test('Everybody has a number of their own, also where several threads hand them out', () => {
  const threads = [0, 1, 2].map((index) => new People(300, { index, count: 3 }));
  const numbers = threads.flatMap((people) => Array.from({ length: 100 }, () => people.take()));
  expect(new Set(numbers).size).toBe(300);
  for (const number of numbers) expect(number).toMatch(/^\+1[2-9]\d{2}[2-9]\d{6}$/);
});

test('Whoever has hung up calls again, and nobody is on two telephones at once', () => {
  const people = new People(2, { index: 0, count: 1 });
  const [one, other] = [people.take(), people.take()];
  // More come only because both are busy.
  const third = people.take();
  expect(new Set([one, other, third]).size).toBe(3);
  people.release(one);
  expect(people.take()).toBe(one);
});
