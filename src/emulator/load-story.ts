import type { Phone } from './phone.js';

/** What a story of `ringback load` is given beside its telephone. */
export interface LoadContext {
  /** The number that is to be called, or written to. */
  readonly number: string;
  /** The how manieth person this is, from 0. */
  readonly index: number;
  /** Hesitates as long as `--think` says. */
  think(): Promise<void>;
  /** A number from 0 to below 1, decided by `--seed` and the person. */
  random(): number;
  /** Aborts when the run is over: who is still on the telephone then is cut off. */
  readonly signal: AbortSignal;
}

/**
 * What one person does under `ringback load`: the default export of a module. It throws where something is not as it should be.
 *
 * @example
 * ```ts
 * import type { LoadStory } from 'ringback/emulator';
 *
 * const story: LoadStory = async (phone, { number, think }) => {
 *   const call = await phone.call(number);
 *   await call.hear('Press 1');
 *   await think();
 *   await call.press('1');
 *   await call.hear('We are open');
 *   await call.hangUp();
 * };
 *
 * export default story;
 * ```
 */
export type LoadStory = (phone: Phone, context: LoadContext) => Promise<unknown>;
