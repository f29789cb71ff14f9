import { DeliveryError } from '../delivery/delivery-error.js';
import { type Exchange, exchange } from '../delivery/exchange.js';
import type { KindSchema } from '../delivery/kind.js';
import type { Route, Router } from '../delivery/route.js';
import type { SharedKey } from '../signature/index.js';
import { callStory, conferenceStory, messageStory, recordingStory, type StoryStep } from '../testing/index.js';
import { placesOf } from '../twiml/conduct.js';
import { parseTwiml } from '../twiml/document/index.js';
import type { TwimlNode } from '../twiml/index.js';
import { describeOutcome } from './dialogue.js';
import { makeOutgoing } from './outgoing.js';
import { isTaken, type Verdict } from './verdict.js';

/** The stories that can be told. */
export type StoryName = keyof typeof STORIES;

/** What a story needs. */
export interface StorySettings {
  readonly router: Router;
  readonly seed: number;
  readonly authToken: string;
  readonly sharedKey?: SharedKey | undefined;
  /** What is entered at each `<Gather>` of a call. */
  readonly press: readonly string[];
  readonly signal: AbortSignal;
}

type AnyStep = Pick<StoryStep<string, unknown>, 'schema' | 'kind' | 'parameters' | 'idempotencyToken'>;

const STORIES = {
  call: ({ seed, press }) => callStory({ seed, ...(press.length > 0 && { gather: press }) }),
  message: ({ seed }) => messageStory({ seed }),
  conference: ({ seed }) => conferenceStory({ seed }),
  recording: ({ seed }) => recordingStory({ seed }),
} as const satisfies Readonly<Record<string, (settings: StorySettings) => readonly AnyStep[]>>;

/** The names of the stories. */
export const storyNames: readonly StoryName[] = Object.keys(STORIES) as StoryName[];

/**
 * Sends all webhooks of a whole life, in order and without the pauses between them. They go where the documents of the server want them,
 * such as the `action` of its `<Gather>`; what no document names goes to the first URL.
 */
export async function tellStory(name: StoryName, settings: StorySettings): Promise<Verdict> {
  const { router, seed, authToken, sharedKey } = settings;
  const exchanges: Exchange[] = [];
  const cookies = new Map<string, string>();
  try {
    for (const { schema, kind, parameters, idempotencyToken } of STORIES[name](settings) as readonly AnyStep[]) {
      if (settings.signal.aborted) break;
      const route = findRoute(kind, exchanges, router);
      const step = { schema: schema as unknown as KindSchema, content: parameters, route, seed, authToken, sharedKey, idempotencyToken };
      exchanges.push(await exchange(makeOutgoing(step), router, cookies));
    }
  } catch (error) {
    if (error instanceof DeliveryError) return { ok: false, message: error.message, exchanges };
    throw error;
  }
  const unsound = exchanges.filter((done) => !isTaken(done)).length;
  return { ok: unsound === 0, message: describeOutcome(exchanges.length, unsound), exchanges };
}

/** Where documents want a webhook of this kind; else the first URL. */
function findRoute(kind: string, exchanges: readonly Exchange[], router: Router): Route {
  for (const { answer, publicUrl } of exchanges.toReversed()) {
    for (const { tag, asking } of placesOf(kind)) {
      const reference = asking.by === 'text' ? undefined : findAttribute(answer?.body ?? '', tag, asking.by);
      if (reference !== undefined) return router.resolve(reference, { ...router.first, publicUrl });
    }
  }
  return router.first;
}

function findAttribute(body: string, tag: string, attribute: string): string | undefined {
  let open: TwimlNode[];
  try {
    open = [parseTwiml(body)];
  } catch {
    return undefined;
  }
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.tag === tag && node.attributes[attribute] !== undefined) return node.attributes[attribute];
    open.push(...node.children.filter((child): child is TwimlNode => typeof child === 'object' && 'tag' in child));
  }
  return undefined;
}
