// What strangers may write is read without a crash, in linear time, and by the laws of each reader. `FUZZ_SECONDS` is how long all of it may
// take, `FUZZ_SEED` repeats a run, `FUZZ_ONLY` is the name of a target, and `FUZZ_KEEP` puts what fails into the corpus.
import { describe, expect, test } from 'vitest';
import { fuzz } from './fuzz.js';
import { relay, stream } from './targets/agents.js';
import { control } from './targets/control.js';
import { forms } from './targets/forms.js';
import { frames } from './targets/frames.js';
import { json } from './targets/json.js';
import { rest } from './targets/rest.js';
import { signature } from './targets/signature.js';
import { xml } from './targets/xml.js';

const { FUZZ_SECONDS = '25', FUZZ_SEED, FUZZ_ONLY } = process.env;
const targets = [signature, forms, json, xml, frames, relay, stream, rest, control].filter(
  ({ name }) => FUZZ_ONLY === undefined || name === FUZZ_ONLY,
);
const seed = Number(FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31));
const milliseconds = (Number(FUZZ_SECONDS) * 1000) / targets.length;

describe(`with FUZZ_SEED=${seed}`, () => {
  test.each(targets)(
    '$name: whatever comes is read by its laws, or refused',
    async (target) => {
      const { inputs, kinds } = await fuzz(target, milliseconds, seed);
      console.log(`${target.name}: ${inputs} inputs of ${kinds} kinds`);
      expect(inputs).toBeGreaterThan(3);
      expect(kinds).toBeGreaterThan(1);
    },
    10 * milliseconds + 120_000,
  );
});
