import { type Kind, type Open, oneOf } from '../kinds.js';

/** Whether silence at the beginning and end of a recording is cut off. */
export type Trim = 'trim-silence' | 'do-not-trim';

/** Takes whether silence is cut off. */
export const trims: Kind<Open<Trim>> = oneOf('trim-silence', 'do-not-trim');
