import { type Element, element, type TwimlAttributes } from '../element.js';
import { type AttributesOf, integer, text } from '../kinds.js';

const attributes = {
  /** How often to play it; 0 repeats until the call ends, 1000 times at most. @default 1 */
  loop: integer({ min: 0 }),
  /**
   * Keys to play as tones instead of a file: digits, `A` to `D`, `*` and `#`, with `w` for half a second's wait and `W` for a second's.
   * Leave the content out. Not inside `<Gather>`.
   */
  digits: text({ pattern: /^[0-9A-DwW#*]+$/ }),
};

/** What `<Play>` may carry. */
export interface PlayAttributes extends AttributesOf<typeof attributes>, TwimlAttributes {}

/** The URL of what is played. Like a `Fill`, it extends the attributes that may stand in its place. */
export interface PlayUrl extends URL, PlayAttributes {}

/** What `<Play>` may stand in. */
export interface PlayVerb {
  /** Plays an audio file, named by its URL, or the tones of `digits`. A file longer than 40 minutes may drop the call. */
  play(content?: string | PlayUrl | PlayAttributes): this;
  /** Plays an audio file, named by its URL, or the tones of `digits`. A file longer than 40 minutes may drop the call. */
  play(attributes: PlayAttributes, content: string | URL): this;
}

/** @internal */
export const playElement: Element = element({
  tag: 'Play',
  text: 'optional',
  attributes,
  children: {},
});
