import { DeliveryError } from '../delivery/delivery-error.js';
import { type Exchange, exchange } from '../delivery/exchange.js';
import type { KindSchema } from '../delivery/kind.js';
import { completeLocalUrl } from '../delivery/loopback.js';
import { makeOutgoing } from '../delivery/outgoing.js';
import type { Route, Router } from '../delivery/route.js';
import { callStory, conferenceStory, type GatherInput, messageStory, recordingStory, type StoryStep } from '../testing/index.js';
import { placesOf } from '../twiml/conduct.js';
import { parseTwiml } from '../twiml/document/index.js';
import type { TwimlNode } from '../twiml/index.js';
import type { Act } from './act.js';
import type { Settings } from './conversation/settings.js';
import { describeDeliveryError } from './delivery-advice.js';
import { describeOutcome, isTaken, type Verdict } from './verdict.js';

/** The stories that can be told. */
export type StoryName = keyof typeof STORIES;

/** What a story needs. */
export interface StorySettings extends Settings {
  /** Where the status callbacks of a call go, which no document names. */
  readonly statusUrl?: string | undefined;
  readonly signal: AbortSignal;
}

type AnyStep = Pick<StoryStep<string, unknown>, 'schema' | 'kind' | 'parameters' | 'idempotencyToken'>;

const STORIES = {
  call: ({ seed, acts }) => callStory({ seed, gather: acts.flatMap(readInput) }),
  message: ({ seed }) => messageStory({ seed }),
  conference: ({ seed }) => conferenceStory({ seed }),
  recording: ({ seed }) => recordingStory({ seed }),
} as const satisfies Readonly<Record<string, (settings: StorySettings) => readonly AnyStep[]>>;

/** Of a caller who does nothing Twilio has nothing to tell. */
function readInput(act: Act): GatherInput[] {
  if (act.does === 'wait') return [];
  return [act.does === 'press' ? act.keys : { speech: act.words }];
}

/** The names of the stories. */
export const storyNames: readonly StoryName[] = Object.keys(STORIES) as StoryName[];

/**
 * Sends all webhooks of a whole life, in order and without the pauses between them. They go where the documents of the server want them,
 * such as the `action` of its `<Gather>`. What no document names is left out where the first URL is that of a document.
 */
export async function tellStory(name: StoryName, settings: StorySettings): Promise<Verdict> {
  const { carrier, seed, authToken, sharedKey } = settings;
  const exchanges: Exchange[] = [];
  const cookies = new Map<string, string>();
  const skipped = new Set<string>();
  try {
    for (const { schema, kind, parameters, idempotencyToken } of STORIES[name](settings) as readonly AnyStep[]) {
      if (settings.signal.aborted) break;
      const route = findRoute(kind, exchanges, settings);
      if (route === undefined) {
        skipped.add(kind);
        continue;
      }
      const step = { schema: schema as unknown as KindSchema, content: parameters, route, seed, authToken, sharedKey, idempotencyToken };
      exchanges.push(await exchange(makeOutgoing(step), carrier, cookies));
    }
  } catch (error) {
    if (error instanceof DeliveryError) return { ok: false, message: describeDeliveryError(error), exchanges };
    throw error;
  }
  const unsound = exchanges.filter((done) => !isTaken(done)).length;
  // Keys that nothing waits for are a slip; a callback that nobody asked for is none.
  const ok = unsound === 0 && !skipped.has('voice.gather');
  return { ok, message: describeOutcome(exchanges.length, unsound), hints: [...skipped].map(describeSkipped), exchanges };
}

function describeSkipped(kind: string): string {
  if (kind === 'voice.gather') return 'Not sent: voice.gather, because no document had a <Gather>.';
  const advice = STATUS_KINDS.includes(kind) ? '; --status-url sends it to one' : '';
  return `Not sent: ${kind}, because no document names a URL for it${advice}.`;
}

/** Callbacks of a call that are set up with the number, or where the call is made. */
const STATUS_KINDS: readonly string[] = ['voice.status', 'voice.status.incoming'];

/** The route of a webhook; `undefined` when nobody has asked for it. */
function findRoute(kind: string, exchanges: readonly Exchange[], settings: StorySettings): Route | undefined {
  const { router } = settings.carrier;
  if (STATUS_KINDS.includes(kind)) return settings.statusUrl === undefined ? undefined : resolveOwn(settings.statusUrl, router);
  const places = placesOf(kind).filter(({ asking }) => asking.by !== 'text');
  if (places.length === 0) return router.first;
  for (const { answer, publicUrl } of exchanges.toReversed()) {
    for (const place of places) {
      const reference = findAttribute(answer?.body ?? '', place);
      if (reference !== undefined) return router.resolve(reference, { ...router.first, publicUrl });
    }
  }
  // The first URL of a call answers with documents; that of the other lives is a callback's itself.
  return exchanges[0]?.kind === 'voice.incoming' ? undefined : router.first;
}

/** A URL that is given as the server's own: it is signed as the public URL says. */
function resolveOwn(text: string, router: Router): Route {
  const { target } = router.first;
  const url = completeLocalUrl(text);
  const isOwn = URL.canParse(url) && new URL(url).origin === target.origin;
  return router.resolve(isOwn ? url.slice(target.origin.length) || '/' : url, router.first);
}

function findAttribute(body: string, { tag, asking: { by, otherwise } }: ReturnType<typeof placesOf>[number]): string | undefined {
  let open: TwimlNode[];
  try {
    open = [parseTwiml(body)];
  } catch {
    return undefined;
  }
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const found = node.tag === tag ? (node.attributes[by] ?? (otherwise === undefined ? undefined : '')) : undefined;
    if (found !== undefined) return found;
    open.push(...node.children.filter((child): child is TwimlNode => typeof child === 'object' && 'tag' in child));
  }
  return undefined;
}
