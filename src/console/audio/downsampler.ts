/** Telephones carry so many samples a second. */
export const TELEPHONE_RATE = 8000;

/** What is higher than this would come out as something else at the rate of a telephone, and is taken out first. */
const HIGHEST_HZ = 3400;

/** How many samples of a telephone the filter looks at, to each side. */
const REACH = 6;

/** Brings sound of any rate to that of a telephone, stretch by stretch. */
export class Downsampler {
  readonly #rate: number;
  readonly #weights: Float32Array;
  /** What is still needed of what came before. */
  #rest = new Float32Array();
  /** How many samples have come that are not needed any more, and how many have gone out. */
  #used = 0;
  #sent = 0;

  /** @param rate - How many samples a second come. */
  constructor(rate: number) {
    this.#rate = rate;
    this.#weights = makeFilter(rate);
  }

  /** What comes out of a stretch; a little of it comes with the next one. */
  push(samples: Float32Array): readonly number[] {
    const all = new Float32Array(this.#rest.length + samples.length);
    all.set(this.#rest);
    all.set(samples, this.#rest.length);
    const out: number[] = [];
    let at = this.#next();
    for (; at + this.#weights.length <= all.length; at = this.#next()) {
      out.push(this.#weigh(all, at));
      this.#sent += 1;
    }
    const used = Math.min(at, all.length);
    this.#rest = all.slice(used);
    this.#used += used;
    return out;
  }

  /** Where the next sample begins. It is counted anew from the first one, so that no error adds up. */
  #next(): number {
    return Math.floor((this.#sent * this.#rate) / TELEPHONE_RATE) - this.#used;
  }

  #weigh(samples: Float32Array, from: number): number {
    let sum = 0;
    for (let index = 0; index < this.#weights.length; index += 1)
      sum += (samples[from + index] as number) * (this.#weights[index] as number);
    return sum;
  }
}

/** A low-pass: the middle of a sinc, faded out to both sides. */
function makeFilter(rate: number): Float32Array {
  const reach = Math.ceil((REACH * rate) / TELEPHONE_RATE);
  const cut = (2 * HIGHEST_HZ) / rate;
  const weights = Float32Array.from({ length: 2 * reach + 1 }, (_, index) => {
    const x = index - reach;
    const sinc = x === 0 ? cut : Math.sin(Math.PI * cut * x) / (Math.PI * x);
    return sinc * (0.5 + 0.5 * Math.cos((Math.PI * x) / (reach + 1)));
  });
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}
