import { randomInt } from 'node:crypto';
import { completeLocalUrl, readTarget } from '../../delivery/loopback.js';
import { makeRouter } from '../../delivery/route.js';
import type { NumberSettings } from '../../emulator/numbers.js';
import type { LoadPlan, StoryPlan } from '../../load/plan.js';
import type { CallAct } from '../call/act.js';
import { type CommandContext, UsageError } from '../context.js';
import { isUrl } from '../input.js';
import { chooseToken } from '../signing-token.js';
import type { LoadFlags } from './flags.js';
import { callStory, readStories, type Stories } from './read-stories.js';

/** A plan, and what takes away again what was written to make it. */
export interface OpenPlan {
  readonly plan: LoadPlan;
  close(): Promise<void>;
}

/** How long people arrive where nothing is said. */
const USUAL_MS = 30_000;

/** What is under way at the end has this long beside the time that callers stay on the line: longer than any webhook may take. */
const PATIENCE_MS = 30_000;

/** A generator that is so late is of no use any more. */
const LATEST_MS = 10_000;

/** Makes a plan of what the command line says. @throws UsageError or DeliveryError when it cannot be. */
export async function readPlan(target: string, acts: readonly CallAct[], flags: LoadFlags, context: CommandContext): Promise<OpenPlan> {
  const isServer = await isUrl(target);
  const stories = isServer ? fromFlags(acts, flags) : await readStories(target, context);
  if (!isServer && (acts.length > 0 || flags.text.length > 0)) {
    await stories.close();
    throw new UsageError('--press, --say and --text say what people do; so does the file. Give one of the two');
  }
  try {
    const place = isServer ? readServer(target, flags) : readApp(stories, flags, context);
    const plan: LoadPlan = {
      ...place,
      authToken: await chooseToken(flags.authToken, context),
      allowRemote: flags.allowRemote === true,
      keepAlive: flags.keepAlive,
      number: flags.to,
      stories: isServer ? stories.stories : stories.stories.map((story) => expecting(story, flags.expect)),
      dialled: flags.dial ?? stories.dialled ?? 'answer',
      perSecond: flags.arrive,
      isRandom: flags.random === true,
      rampMs: flags.ramp,
      warmUpMs: flags.warmUp ?? flags.ramp,
      durationMs: flags.duration ?? (flags.calls === undefined ? USUAL_MS : Number.POSITIVE_INFINITY),
      mostStories: flags.calls ?? Number.POSITIVE_INFINITY,
      thinkMs: flags.think,
      holdMs: flags.hold,
      latestMs: LATEST_MS,
      patienceMs: flags.patience ?? flags.hold + PATIENCE_MS,
      people: flags.people,
      seed: flags.seed ?? randomInt(1_000_000),
    };
    if (plan.warmUpMs >= plan.durationMs) throw new UsageError('--warm-up is as long as --duration, so that nothing would be measured');
    return { plan, close: stories.close };
  } catch (error) {
    await stories.close();
    throw error;
  }
}

function fromFlags(acts: readonly CallAct[], { text, expect }: LoadFlags): Stories {
  if (text.length > 0 && acts.length > 0) throw new UsageError('--text writes, --press and --say call: give one of the two');
  const story: StoryPlan = text.length > 0 ? { type: 'texts', bodies: text, expected: expect } : callStory(acts, expect);
  return { stories: [story], close: async () => undefined };
}

function expecting(story: StoryPlan, expected: readonly string[]): StoryPlan {
  if (expected.length === 0) return story;
  if (story.type === 'call' || story.type === 'texts') return { ...story, expected: [...story.expected, ...expected] };
  throw new UsageError('--expect is for calls and texts; a session and a module say themselves what is to come');
}

type Place = Pick<LoadPlan, 'app' | 'publicUrl' | 'numbers'>;

/** One URL answers calls and texts. */
function readServer(url: string, flags: LoadFlags): Place {
  const { first, folders } = makeRouter(url, flags.as, flags);
  const status = flags.status === undefined ? {} : { statusCallback: completeLocalUrl(flags.status) };
  const numbers = { [flags.to]: { voiceUrl: first.publicUrl, smsUrl: first.publicUrl, ...status } };
  return { app: folders.url, publicUrl: folders.publicUrl, numbers };
}

/** The application is somewhere, and its number has URLs, as with `ringback dev`. */
function readApp({ session }: Stories, flags: LoadFlags, { env }: CommandContext): Place {
  const given = flags.app ?? session?.settings.app ?? `http://localhost:${env.PORT || 3000}`;
  const app = readTarget(given, flags).href.replace(/\/$/, '');
  const { publicUrl: recorded, app: before } = session?.settings ?? {};
  // Where the server's own URL was signed when it was recorded, that of the other is now.
  const publicUrl = flags.as !== undefined ? completeLocalUrl(flags.as) : recorded === before ? app : (recorded ?? app);
  const changes = {
    ...(flags.voice !== undefined && { voiceUrl: completeLocalUrl(flags.voice) }),
    ...(flags.sms !== undefined && { smsUrl: completeLocalUrl(flags.sms) }),
    ...(flags.status !== undefined && { statusCallback: completeLocalUrl(flags.status) }),
  };
  const known: Readonly<Record<string, NumberSettings>> = session?.settings.numbers ?? {};
  const numbers = Object.keys(known).length > 0 ? known : { [flags.to]: { voiceUrl: '/voice', smsUrl: '/sms' } };
  return {
    app,
    publicUrl,
    numbers: Object.fromEntries(Object.entries(numbers).map(([number, settings]) => [number, { ...settings, ...changes }])),
  };
}
