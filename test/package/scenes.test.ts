import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { writeScenes } from '../../tools/scenes.js';
import { root } from './blocks.js';

test('the scenes of README and of the home page are what the server of README and the command print (else: node tools/scenes.js)', async () => {
  const scenes = await writeScenes();
  expect(scenes.size).toBe(4);
  for (const [file, text] of scenes) expect(readFileSync(resolve(root, 'docs/pictures/scenes', file), 'utf8'), file).toBe(text);
});
