import { readPairs } from '../../request/forms.js';

/** Decodes runs of escapes, as UTF-8, and nothing else: a plus stays. */
export function decodeEscapes(text: string): string {
  return text.replaceAll(/(?:%[\da-f]{2})+/gi, (run) => readPairs(run)[0]?.name ?? run);
}
