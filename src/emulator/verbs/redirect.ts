import type { DocumentLevel } from '../calls/names.js';
import { resolveIn } from '../documents/document.js';
import type { Target } from '../documents/flow.js';
import { readMethod, textOf } from './read.js';
import type { Verb } from './verb.js';

/** What the next document is asked for as, after a `<Redirect>` or a redirect by HTTP: the music of those who wait stays what it is. */
export const REDIRECT_KINDS: Readonly<Record<DocumentLevel, Target['kind']>> = {
  call: 'voice.redirect',
  whisper: 'voice.redirect',
  queue: 'voice.redirect',
  'conference-wait': 'voice.conference.wait',
  announcement: 'voice.conference.wait',
  'enqueue-wait': 'voice.enqueue.wait',
};

/** Goes on with another document. Without a URL, it is the same again. */
export const redirect: Verb = {
  tag: 'Redirect',
  async run({ document, node, level, event }) {
    return {
      go: { kind: REDIRECT_KINDS[level], url: resolveIn(document, textOf(node)), method: readMethod(node, 'method'), causes: [event] },
    };
  },
};
