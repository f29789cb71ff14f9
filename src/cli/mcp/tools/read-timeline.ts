import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { readSession } from '../../../emulator/session/read.js';
import { toJson } from '../../printable.js';
import { limitText } from '../limit-text.js';
import { defineTool, type ToolAnswer } from '../tool.js';

/** The names that `ringback dev` gives to its files. Whatever else is in the folder is nobody's business. */
const SESSION_NAME = /^\d{4}-\d{2}-\d{2}T[\d-]+\.jsonl$/;

/** What tells little beside the rest, and comes most often. */
const SELDOM_WANTED: readonly string[] = ['frame', 'document', 'inline', 'verb'];

/** More of a text is left out: the whole is in the file. */
const LONGEST_TEXT = 2000;

export const readTimeline = defineTool({
  name: 'read_timeline',
  title: 'Read what happened under ringback dev',
  description:
    'Reads the timeline of the newest session of `ringback dev` in this project, also while it runs: calls, messages, webhooks with their parameters, answers with their TwiML, what was heard, REST calls, and findings. The latest events come last. Secrets are not in it.',
  input: {
    after: z.int().min(0).optional().describe('Only events with a greater seq: give the last one that you have seen'),
    limit: z.int().min(1).max(200).default(40).describe('How many events at most; without `after` these are the latest'),
    types: z
      .array(z.string().max(20))
      .max(20)
      .optional()
      .describe(`Only these types; otherwise all but ${SELDOM_WANTED.join(', ')}`),
    sid: z.string().max(40).optional().describe('Only what names this call or message'),
    session: z
      .string()
      .regex(SESSION_NAME)
      .optional()
      .describe('Another session, by the name of its file, such as "2026-11-30T12-00-00.jsonl"'),
  },
  async run({ after, limit, types, sid, session }, { project }) {
    const folder = join(project, '.ringback', 'sessions');
    const names = (await readdir(folder).catch(() => [])).filter((name) => SESSION_NAME.test(name)).sort();
    const name = session ?? names.at(-1);
    if (name === undefined || !names.includes(name)) return refuse(folder, names);
    const { head, settings, events } = readSession(await readFile(join(folder, name), 'utf8'));
    const fitting = events.filter(
      (event) =>
        event.seq > (after ?? 0) &&
        (types === undefined ? !SELDOM_WANTED.includes(event.type) : types.includes(event.type)) &&
        (sid === undefined || Object.values(event).includes(sid)),
    );
    const shown = after === undefined ? fitting.slice(-limit) : fitting.slice(0, limit);
    const { publicUrl, app } = settings;
    const about = { session: name, began: new Date(head.at).toISOString(), publicUrl, app, leftOut: fitting.length - shown.length };
    return { text: toJson({ ...about, events: shown }, shorten), failed: false };
  },
});

function refuse(folder: string, names: readonly string[]): ToolAnswer {
  const text =
    names.length === 0
      ? `There are no sessions in ${folder}. Start the application with: npx ringback dev -- <its command>`
      : `There is no such session. There are ${names.slice(-10).join(', ')}.`;
  return { text, failed: true };
}

function shorten(_: string, value: unknown): unknown {
  return typeof value === 'string' ? limitText(value, LONGEST_TEXT) : value;
}
