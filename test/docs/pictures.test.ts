import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { drawConcepts } from '../../tools/concepts.js';

const pictures = resolve(import.meta.dirname, '../../docs/pictures');

test('the pictures of concepts are what the tool draws (else: node tools/concepts.js)', () => {
  const drawn = drawConcepts();
  expect(readdirSync(resolve(pictures, 'concepts')).sort()).toEqual([...drawn.keys()].sort());
  for (const [file, svg] of drawn) expect(readFileSync(resolve(pictures, 'concepts', file), 'utf8'), file).toBe(svg);
});

test('every picture says in words what it shows, in light and in dark', () => {
  for (const folder of ['concepts', 'scenes']) {
    for (const file of readdirSync(resolve(pictures, folder)).filter((name) => name.endsWith('.svg'))) {
      const svg = readFileSync(resolve(pictures, folder, file), 'utf8');
      expect(svg, file).toMatch(/<title>.{30,}<\/title>/);
      expect(svg, file).toContain('prefers-color-scheme:dark');
    }
  }
});
