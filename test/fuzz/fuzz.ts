import fc from 'fast-check';
import { makeRandom } from '../engines/support/random.js';
import { keepInput, readCorpus } from './corpus.js';
import { mutate } from './mutate.js';
import type { Target } from './target.js';

/** How it went. */
export interface Fuzzed {
  readonly inputs: number;
  /** How many kinds of input there were, by what the target says of them. */
  readonly kinds: number;
}

/** How many inputs by a law there are to one that comes of the corpus. */
const LAWFUL = 0.25;

/** How many inputs of new kinds are changed further. */
const MOST_FOUND = 500;

const ofPrototypes = () => [Object.prototype, Array.prototype, Function.prototype].map((each) => Reflect.ownKeys(each).length).join();

/**
 * Reads the corpus, and then inputs that are made of it and by laws, until the time is over. The same seed makes the same inputs, one after
 * another.
 *
 * @throws Error that says how to repeat it, when something does not hold: with the input, cut down to what matters.
 */
export async function fuzz(target: Target, milliseconds: number, seed: number): Promise<Fuzzed> {
  const corpus = readCorpus(target.name);
  const kinds = new Set<string>();
  for (const { file, input } of corpus) {
    const { kind, error } = await attempt(target, input);
    if (error !== undefined) throw new Error(`${target.name}: ${file} fails`, { cause: error });
    kinds.add(kind);
  }
  const pool = corpus.map(({ input }) => input);
  const random = makeRandom(seed);
  let inputs = corpus.length;
  for (const end = Date.now() + milliseconds; Date.now() < end; inputs += 1) {
    const input =
      target.inputs !== undefined && random.happens(LAWFUL)
        ? new TextEncoder().encode(fc.sample(target.inputs, { seed: Math.floor(random.between(0, 2 ** 31)), numRuns: 1 })[0])
        : mutate(random.pick(pool), random, pool, target.tokens);
    const { kind, error } = await attempt(target, input);
    if (error !== undefined) throw await describe(target, input, error, seed, inputs - corpus.length + 1);
    if (kinds.has(kind) || pool.length > corpus.length + MOST_FOUND) continue;
    kinds.add(kind);
    pool.push(input);
  }
  return { inputs, kinds: kinds.size };
}

interface Attempt {
  readonly kind: string;
  readonly error?: unknown;
}

async function attempt(target: Target, input: Uint8Array): Promise<Attempt> {
  const before = ofPrototypes();
  try {
    let took = await timeOf(target, input);
    // What else the machine does may have taken the time: the best of three counts.
    for (let more = 2; more > 0 && took.milliseconds > target.limitMs; more -= 1) {
      const again = await timeOf(target, input);
      if (again.milliseconds < took.milliseconds) took = again;
    }
    if (took.milliseconds > target.limitMs)
      return { kind: '', error: new Error(`It took ${Math.round(took.milliseconds)} ms for ${input.length} bytes`) };
    if (ofPrototypes() !== before) return { kind: '', error: new Error('It reached a prototype') };
    return { kind: took.kind };
  } catch (error) {
    return { kind: '', error };
  }
}

async function timeOf(target: Target, input: Uint8Array): Promise<{ readonly kind: string; readonly milliseconds: number }> {
  const start = process.cpuUsage();
  // The input is a copy: what changes it would change the pool.
  const kind = await target.check(Uint8Array.from(input));
  const { user, system } = process.cpuUsage(start);
  return { kind, milliseconds: (user + system) / 1000 };
}

async function describe(target: Target, input: Uint8Array, error: unknown, seed: number, count: number): Promise<Error> {
  const small = await shrink(target, input, messageOf(error));
  const file = keepInput(target.name, small);
  const shown = JSON.stringify(new TextDecoder().decode(small.subarray(0, 500)));
  return new Error(
    `${target.name}: ${messageOf(error)}\ninput ${count} of FUZZ_SEED=${seed}, cut from ${input.length} to ${small.length} bytes, is in ${file} (FUZZ_KEEP=yes puts it into the corpus): ${shown}`,
    { cause: error },
  );
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** How long an input is cut down, in milliseconds. */
const SHRINK_MS = 5_000;

/** Takes away what the failure does not need. */
async function shrink(target: Target, input: Uint8Array, message: string): Promise<Uint8Array> {
  const end = Date.now() + SHRINK_MS;
  let small = input;
  for (let size = small.length >> 1; size >= 1 && Date.now() < end; size >>= 1) {
    for (let at = 0; at + size <= small.length && Date.now() < end; ) {
      const smaller = Uint8Array.from([...small.subarray(0, at), ...small.subarray(at + size)]);
      const { error } = await attempt(target, smaller);
      if (error !== undefined && messageOf(error) === message) small = smaller;
      else at += size;
    }
  }
  return small;
}
