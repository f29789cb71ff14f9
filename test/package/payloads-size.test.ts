import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import ts from 'typescript';
import { beforeAll, describe, expect, test } from 'vitest';
import { bundle } from '../../tools/bundle.js';
import { listEntries } from '../../tools/entries.js';

/**
 * Bytes that a bundle may have beyond those of zod itself, minified and compressed. Whoever raises one tells here what was got for it.
 *
 * One payload was meant to fit in 1,536 bytes, and the smallest nearly do. The reader of forms that the signature is checked with takes 750
 * of them, the codecs, lists and stand-ins 1,600, and the rest are names: an incoming message can have 54 parameters, because it is
 * read whatever channel it came over, and the JSON of three. All that can be left out is: no payload brings another one along.
 *
 * Each pays a hundred bytes more since lists of one are read and any text is read as a SID, whose strict form `findDrift` knows; kinds that
 * share signs pay as much again for what tells a callback from a call or a message to answer. Eight kinds for what is new in a family cost
 * 700 bytes of all, and the keys of events, the order of statuses and bare addresses 2,000.
 *
 * All payloads were meant to fit in 30 KiB, and those that `parseWebhook` reads nearly do: their parameters, values, signs and titles are
 * 110,000 characters. Everything that is exported has the messages of the sockets, the unions and the replies besides.
 *
 * 2,100 bytes for the first and 2,700 for the second were given for Conversation Orchestrator, SendGrid's events and mail, four callbacks more,
 * two commands of ConversationRelay, and the fields of a dozen groups of events that had none. 600 more of everything, 100 of what is read and
 * two of each are the kinds that are told as `.other`, and content types that are read in one place, with a message for what is no form.
 *
 * 100 to 270 bytes buy schemas that are built when they are first used: an Express application with one family starts in 1.4 times the time of
 * zod alone, and not in 3.1 times. 7,000 bytes of everything are the table that tells kinds apart without their schemas. Whoever bundles
 * `identifyWebhook`, `verify` or a router, and not all payloads, has that in place of 34,700 bytes. 10 to 70 bytes of one payload went to files
 * that are loaded as one: what a bundler cannot tell to be without effect comes along with its neighbours. 50 of everything are the statuses that one may
 * replace, as a list for databases.
 *
 * 130 bytes of each write parameters again of which reading made nothing, and read the numbers and flags that a parser made of texts. 20 at most read
 * forms in two thirds of the time, and let a handler ask for the kinds alone that have nothing to do with its own.
 *
 * 50 to 80 bytes of each, and 240 of all kinds, let the root start in 1.5 times the time of zod and not in 1.7: tables of parameters are made
 * when somebody looks into them, those of several families stand in one file, and what tells kinds apart is read when somebody asks.
 *
 * 75 bytes of each say in one line that a promise or a whole request was given in place of the body; 105 more of those with JSON read what a
 * parser has made an object of already, and 125 of those with lists leave empty items out and write the count that came.
 *
 * 250 bytes of each read the parameters that came and not all that may come, into objects that engines make no dictionaries of: a tenth of the time
 * of an answer on Node, and a fifth of what it allocates.
 */
const ceilings = [
  { what: 'a small payload', program: use('GatherResult', 'voice'), ceiling: 2_660 },
  { what: 'the status of a message', program: use('MessageStatusCallback', 'messaging'), ceiling: 2_900 },
  { what: 'an incoming call', program: use('IncomingCall', 'voice'), ceiling: 4_390 },
  { what: 'an incoming message of any channel', program: use('IncomingMessage', 'messaging'), ceiling: 5_680 },
  { what: 'all kinds, told apart and read', program: use('parseWebhook'), ceiling: 35_920 },
  { what: 'everything', program: "import * as payloads from 'ringback/payloads';\nconsole.log(payloads);", ceiling: 53_280 },
];

/** What payloads are made of, by zod alone. */
const ZOD = `
import * as z from 'zod';
const text = z.string().optional();
const number = z.codec(z.string(), z.number(), { decode: Number, encode: String });
console.log(z.object({ text, number, kind: z.enum(['a', 'b']), lists: z.array(z.looseObject({ more: z.record(z.string(), z.unknown()) })) }), z.encode);`;

function use(name: string, family?: string): string {
  return `import { ${name} } from 'ringback/payloads${family === undefined ? '' : `/${family}`}';\nconsole.log(${name});`;
}

describe('In a bundle, beyond zod,', () => {
  let zod = 0;

  beforeAll(async () => {
    zod = (await bundle(ZOD)).size;
  });

  test.each(ceilings)('$what has at most $ceiling bytes', async ({ program, ceiling }) => {
    const { size } = await bundle(program);
    expect(size - zod).toBeLessThanOrEqual(ceiling);
  });

  test('what tells all kinds apart needs no schema and no zod', async () => {
    const { code, size } = await bundle(use('identifyWebhook'));
    expect(code).not.toContain('ZodObject');
    expect(size).toBeLessThanOrEqual(9_230);
  });

  test.each([
    ['GatherResult', 'voice', 'voice.gather'],
    ['MessageStatusCallback', 'messaging', 'messaging.status'],
    ['TaskAssignment', 'taskrouter', 'taskrouter.assignment'],
    ['ConversationsOnMessageAdded', 'conversations', 'conversations.on_message_added'],
    ['VideoRoomCreated', 'video', 'video.room.created'],
    ['SyncDocument', 'sync', 'sync.document'],
    ['EventStreamsErrorLogs', 'event-streams', 'event-streams.error-logs'],
    ['ProxyOutOfSessionMessage', 'proxy', 'proxy.out_of_session.message'],
  ])('%s of %s brings no other payload', async (name, family, kind) => {
    const { code } = await bundle(use(name, family));
    expect(kindsIn(code)).toEqual([kind]);
  });
});

const root = resolve(import.meta.dirname, '../..');
const families = listEntries().flatMap((entry) => (entry.name.startsWith('./payloads/') ? [[entry.name, entry] as const] : []));

describe('Without a bundler', () => {
  test.each(families)('%s loads the payloads of its own family alone', async (_, target) => {
    const own = Object.values((await import(resolve(root, target.import.default))) as object).flatMap((exported) => kindOf(exported) ?? []);
    for (const file of [target.import.default, target.require.default]) {
      const loaded = listFiles(resolve(root, file)).flatMap((path) => kindsIn(readFileSync(path, 'utf8')));
      expect([...new Set(loaded)].sort()).toEqual([...new Set(own)].sort());
    }
  });
});

function kindOf(exported: unknown): string | undefined {
  return typeof exported === 'object' && exported !== null ? (exported as { readonly kind?: string }).kind : undefined;
}

/** The kinds that code declares: no other property of the name has a value with a point in it. */
function kindsIn(code: string): string[] {
  return [...code.matchAll(/\bkind: ?["']([a-z-]+\.[\w.-]+)["']/g)].map(([, kind]) => kind ?? '');
}

/** The files of the package that Node loads for one of them. */
function listFiles(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  const { importedFiles } = ts.preProcessFile(readFileSync(file, 'utf8'), true, true);
  const own = importedFiles.map(({ fileName }) => fileName).filter((name) => name.startsWith('.'));
  return [file, ...own.flatMap((name) => listFiles(resolve(dirname(file), name), seen))];
}
