import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import type { TextOptions } from '../../emulator/messages/incoming.js';
import type { Session } from '../../emulator/session/format.js';
import { readSteps } from '../../emulator/session/test/read-steps.js';
import { splitConversations } from '../../emulator/session/test/split.js';
import type { Step } from '../../emulator/session/test/step.js';
import type { ReplayedStep, StoryPlan } from '../../load/plan.js';
import { type Answering, type CallAct, readScript } from '../call/act.js';
import { type CommandContext, UsageError } from '../context.js';
import { decode, readInput } from '../input.js';
import { openModule } from '../open-module.js';
import { readSessionFile } from '../read-session-file.js';
import type { KeptWebhook } from '../record/kept-webhook.js';
import { readRecording } from './read-recording.js';

/** What those who arrive do, and what else the file says. */
export interface Stories {
  readonly stories: readonly StoryPlan[];
  /** Where it was that the stories were recorded. */
  readonly session?: Session;
  readonly dialled?: Answering | undefined;
  /** Takes away what was written to read it. */
  close(): Promise<void>;
}

const nothing = async () => undefined;

/**
 * Reads the stories of a file by what it is: a session file, a module, a script, or a folder of recordings.
 *
 * @throws UsageError when there is no story in it.
 */
export async function readStories(name: string, context: CommandContext): Promise<Stories> {
  if (name !== '-' && (await isFolder(name))) return { stories: readRecording(await readKept(name)), close: nothing };
  const ending = extname(name);
  if (ending === '.jsonl') {
    const session = await readSessionFile(name, context);
    return { stories: readSession(session), session, close: nothing };
  }
  if (ending === '.json') return { stories: readRecording(await readKeptFile(name)), close: nothing };
  if (/^\.[cm]?[jt]s$/.test(ending)) {
    const { url, close } = await openModule(resolve(name));
    return { stories: [{ type: 'module', url }], close };
  }
  const script = readLoadScript(decode((await readInput(name, context)).bytes));
  return { ...script, close: nothing };
}

/** Reads a script of `ringback call`, or one of texts: `text …` and `expect …`. @throws UsageError that names a line that cannot be read. */
function readLoadScript(text: string): Omit<Stories, 'close'> {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  if (!lines.some((line) => /^text\b/.test(line))) {
    const { acts, expected, answering } = readScript(text);
    return { stories: [callStory(acts, expected)], dialled: answering };
  }
  const bodies: string[] = [];
  const expected: string[] = [];
  for (const [index, line] of lines.entries()) {
    const [, word = '', rest = ''] = /^(\S*)\s*(.*)$/.exec(line) ?? [];
    if (word === '' || word.startsWith('#')) continue;
    if (rest === '' || (word !== 'text' && word !== 'expect')) {
      throw new UsageError(`Line ${index + 1} of the script is neither text <words> nor expect <text>: a script is of a call, or of texts`);
    }
    (word === 'text' ? bodies : expected).push(rest);
  }
  return { stories: [{ type: 'texts', bodies, expected }] };
}

/** A call in which somebody does so much. */
export function callStory(acts: readonly CallAct[], expected: readonly string[]): StoryPlan {
  return { type: 'call', acts, expected };
}

/** The conversations of a session, each as the person who began it did and found. */
function readSession(session: Session): readonly StoryPlan[] {
  const stories = splitConversations(readSteps(session)).map(({ steps }) => readConversation(steps));
  const found = stories.filter((steps) => steps.length > 0);
  if (found.length === 0) throw new UsageError('Nobody called or wrote in this session, so that there is nothing to do again');
  return found.map((steps) => ({ type: 'replay', steps }));
}

/** What others did who took part is left out: those who are dialled answer by themselves. */
function readConversation(steps: readonly Step[]): readonly ReplayedStep[] {
  const first = steps.find(({ does }) => does === 'call' || does === 'text');
  if (first?.does !== 'call' && first?.does !== 'text') return [];
  const { phone } = first;
  const calls = new Set(steps.flatMap((step) => (step.does === 'call' && step.phone === phone ? [step.call] : [])));
  return steps.flatMap((step): readonly ReplayedStep[] => {
    if ('phone' in step && step.phone !== phone) return [];
    if ('call' in step && !calls.has(step.call)) return [];
    switch (step.does) {
      case 'text':
        return [{ does: 'text', to: step.to, body: step.body, options: readOptions(step) }];
      case 'receive':
        return [{ does: 'receive', body: step.body }];
      case 'call':
        return [{ does: 'call', to: step.to }];
      case 'press':
        return [{ does: 'press', keys: step.keys }];
      case 'say':
      case 'hear':
        return [{ does: step.does, text: step.text }];
      case 'stay':
        return [{ does: 'stay', ms: step.ms }];
      case 'hang-up':
        return [{ does: 'hang-up' }];
      default:
        return [];
    }
  });
}

/** A file is of its type and holds nothing to speak of, as in the tests that are written from a session. */
function readOptions({ media, tapped }: Extract<Step, { readonly does: 'text' }>): TextOptions {
  const files = media.map((contentType) => ({ contentType, content: new Uint8Array(8) }));
  return { ...tapped, ...(files.length > 0 && { media: files }) };
}

async function isFolder(name: string): Promise<boolean> {
  return stat(name).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

async function readKept(folder: string): Promise<readonly KeptWebhook[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort();
  return (await Promise.all(files.map((file) => readKeptFile(join(folder, file))))).flat();
}

async function readKeptFile(file: string): Promise<readonly KeptWebhook[]> {
  try {
    const json = JSON.parse(await readFile(file, 'utf8')) as unknown;
    return [json].flat() as readonly KeptWebhook[];
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${(error as Error).message}`);
  }
}
