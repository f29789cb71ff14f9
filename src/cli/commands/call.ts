import { randomInt } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { type Command, Option } from 'commander';
import { readConnection } from '../../delivery/connection.js';
import { kindSchema } from '../../delivery/kind.js';
import { withoutCredentials } from '../../delivery/loopback.js';
import { makeRouter } from '../../delivery/route.js';
import { hideSecrets } from '../../delivery/secrets.js';
import { type Call, createEmulator, type Emulator } from '../../emulator/index.js';
import { TEST_AUTH_TOKEN } from '../../fixtures/test-auth-token.js';
import { quoteWord, readPress } from '../act.js';
import { ANSWERINGS, type Answering, type CallAct, readScript, writeCallAct } from '../call/act.js';
import { Caller } from '../call/caller.js';
import { playDialled } from '../call/dialled.js';
import { showCall } from '../call/show.js';
import { Typing } from '../call/typing.js';
import { collect } from '../collect.js';
import { type CommandContext, type Finish, UsageError } from '../context.js';
import { fillLines } from '../help-text.js';
import { listHints } from '../hints.js';
import { makePaint } from '../paint.js';
import { makePrintable, toJson } from '../printable.js';
import { readSeed } from '../seed.js';
import { chooseToken } from '../signing-token.js';

const EXAMPLES = `
Examples:
  $ ringback call http://localhost:3000/voice
  $ ringback call localhost:3000/voice --press 42 --expect 'Thank you'
  $ ringback call localhost:3000/voice --say 'sales, please' --silence --dial no-answer
  $ ringback call localhost:3000/voice --press 42 --hangup --json
  $ ringback call localhost:3000/voice --script morning.txt

In a terminal the call goes on in real time: type keys to press them, words to say them, and Ctrl+C to hang up; somebody who is
dialled rings, and you say what becomes of it. With --press, --say, --silence, --record, --hangup, --script, --expect or --json, or
where there is no terminal, the caller does what the options say, in their order, and no time is lost with waiting.

A script has a line for each act: press 42, say sales please, record call me back, silence, hangup, dial busy, expect Thank you.

The requests are signed with --auth-token, else with TWILIO_AUTH_TOKEN, else with the token that \`ringback dev\` has made for this
project, else with the test token ${TEST_AUTH_TOKEN}.

The exit code is 0 when all that was expected was heard, everything that was done had its place, and Twilio would report no error.`;

interface CallFlags {
  readonly as?: string;
  readonly authToken?: string;
  readonly from: string;
  readonly to: string;
  readonly dial?: Answering;
  readonly script?: string;
  readonly expect: readonly string[];
  readonly seed?: number;
  readonly allowRemote?: true;
  readonly json?: true;
}

/** `ringback call`: calls an application, and runs what it answers. */
export function addCallCommand(program: Command, context: CommandContext, finish: Finish): void {
  // One list for several options: their order is that of the conversation.
  const acts: CallAct[] = [];
  program
    .command('call')
    .summary('call an application, and hear what it says')
    .description('Calls an application as a person would: runs its TwiML, follows its URLs, and prints what is said as it is said.')
    .argument('<url>', 'what answers incoming calls, such as localhost:3000/voice')
    .option('--as <public-url>', 'the URL that Twilio would call, and that is signed: all of it, or scheme and host')
    .option('--auth-token <token>', 'signs; better set TWILIO_AUTH_TOKEN, which no list of processes shows')
    .option('--from <number>', 'who calls', '+14155550100')
    .option('--to <number>', 'the number that is called', '+12015550123')
    .option('--press <keys>', 'press keys when something listens to them; as often as you like', (keys) => acts.push(readPress(keys)))
    .option('--say <words>', 'say something when something listens', (words) => acts.push({ does: 'say', words }))
    .option('--record <words>', 'say something at the next <Record>', (words) => acts.push({ does: 'record', words }))
    .option('--silence', 'do nothing, until what waits gives up')
    .on('option:silence', () => acts.push({ does: 'wait' }))
    .option('--hangup', 'hang up; otherwise the caller stays until the other side does, or for two minutes more')
    .on('option:hangup', () => acts.push({ does: 'hang-up' }))
    .addOption(
      new Option('--dial <how>', 'what those do whom the application dials (answer, when it is left out)').choices([...ANSWERINGS]),
    )
    .option('--script <file>', 'reads the acts from a file, or from the standard input where it is -')
    .option('--expect <text>', 'must be heard; as often as you like', collect, [])
    .option('--seed <number>', 'which of endlessly many calls; left out, another one each time', readSeed)
    .option('--allow-remote', 'ask other machines than this one too')
    .option('--json', 'print what a program reads')
    .addHelpText('after', fillLines(EXAMPLES))
    .action(async (url: string, flags: CallFlags) => {
      const result = await callUp(url, flags, acts, context);
      const { secrets, ...told } = result;
      const text = flags.json ? `${toJson(told)}\n` : describeEnd(told, flags.seed === undefined, context);
      context.stdout.write(hideSecrets(text, secrets));
      finish(told.ok ? 0 : 1);
    });
}

async function callUp(url: string, flags: CallFlags, given: readonly CallAct[], context: CommandContext) {
  const script = flags.script === undefined ? undefined : readScript(await readScriptFile(flags.script, context));
  const acts = [...(script?.acts ?? []), ...given];
  const expected = [...(script?.expected ?? []), ...flags.expect];
  const isScripted = script !== undefined || given.length > 0 || expected.length > 0 || flags.json === true;
  const terminal = isScripted ? undefined : context.openTerminal?.();
  const { first, folders } = makeRouter(url, flags.as, flags);
  readConnection(first.publicUrl, 15_000);
  const authToken = await chooseToken(flags.authToken, context);
  const seed = flags.seed ?? randomInt(1_000_000);
  const twilio = createEmulator({
    app: { url: folders.url },
    publicUrl: folders.publicUrl,
    authToken,
    seed,
    clock: terminal === undefined ? 'virtual' : 'real',
    numbers: { [flags.to]: { voiceUrl: first.publicUrl } },
    strangers: () => ({ answersAfter: false }),
    strict: false,
    allowRemote: flags.allowRemote,
  });
  try {
    const placed = placeCall(twilio, flags);
    if (flags.json !== true)
      announce(
        twilio,
        placed.call,
        flags,
        first.publicUrl,
        hideIn(context, () => listSecrets(twilio, authToken)),
      );
    const caller = new Caller(twilio, placed.call);
    const answering = flags.dial ?? script?.answering ?? 'answer';
    const typing = terminal && new Typing(terminal, context.stdout);
    playDialled(twilio, typing === undefined || flags.dial !== undefined ? async () => answering : typing.decide);
    const hangUp = () => void placed.call.hangUp().catch(() => undefined);
    context.signal.addEventListener('abort', hangUp);
    await placed.answered;
    const undone =
      typing === undefined ? await caller.perform(acts) : await typing.run(caller, placed.call, twilio, context.signal).then(() => []);
    const gaveUp = caller.isOnTheLine && (await caller.stay());
    context.signal.removeEventListener('abort', hangUp);
    await settle(twilio);
    const hints = listHints(twilio.webhooks.map(readAnswered), {
      command: `ringback call ${quoteWord(withoutCredentials(url))}`,
      hasPublicUrl: flags.as !== undefined,
    });
    return { ...conclude(twilio, placed.call, { undone, expected, gaveUp, hints }), seed, secrets: listSecrets(twilio, authToken) };
  } finally {
    terminal?.close();
    await twilio.close();
  }
}

/** The same context, whose output shows no secret that a server repeats. */
function hideIn(context: CommandContext, secrets: () => readonly (string | undefined)[]): CommandContext {
  return { ...context, stdout: { write: (text) => context.stdout.write(hideSecrets(text, secrets())) } };
}

/** What a server may repeat, and nobody else is to see. */
function listSecrets({ webhooks }: Emulator, authToken: string): readonly (string | undefined)[] {
  return [authToken === TEST_AUTH_TOKEN ? undefined : authToken, ...webhooks.map(({ request }) => request.headers['x-twilio-signature'])];
}

async function readScriptFile(path: string, { stdin }: CommandContext): Promise<string> {
  if (path !== '-') {
    return readFile(path, 'utf8').catch((error: Error) => {
      throw new UsageError(error.message);
    });
  }
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of stdin) text += decoder.decode(chunk, { stream: true });
  return text;
}

/** Lets come what comes after the end of a call, such as the status callback and the recording; in real time not for ever. */
async function settle(twilio: Emulator): Promise<void> {
  const end = new AbortController();
  const late = setTimeout(SETTLING_MS, undefined, { signal: end.signal }).catch(() => undefined);
  await Promise.race([twilio.idle(), late]);
  end.abort();
}

const SETTLING_MS = 3000;

/** The call is there at once, so that nothing of it is missed. */
function placeCall(twilio: Emulator, { from, to }: CallFlags): { readonly call: Call; readonly answered: Promise<unknown> } {
  if (!/^(?:\+[1-9]\d{4,14}|client:.+|sips?:.+@.+)$/.test(from)) {
    throw new UsageError(`--from is a number such as +14155550100, client:ada or sip:ada@example.com; got ${quoteWord(from)}`);
  }
  const phone = twilio.phone(from);
  const answered = phone.call(to);
  const call = phone.calls.at(-1);
  if (call === undefined) throw new UsageError(`Nobody can be called at ${quoteWord(to)}`);
  return { call, answered };
}

function announce(twilio: Emulator, call: Call, { from, to }: CallFlags, publicUrl: string, context: CommandContext): void {
  const paint = makePaint(context);
  context.stdout.write(makePrintable(`${from} calls ${to}: ${publicUrl.replace(/[?#].*$/s, '')}\n`));
  showCall(twilio, call, context.stdout, paint);
}

/** How it went, besides what was heard. */
interface Outcome {
  readonly undone: readonly CallAct[];
  readonly expected: readonly string[];
  /** The caller had to hang up, because nothing came to an end. */
  readonly gaveUp: boolean;
  readonly hints: readonly string[];
}

function readAnswered({ kind, url, response }: Emulator['webhooks'][number]) {
  return { kind, title: kindSchema(kind).title, publicUrl: url, answer: response };
}

function conclude(twilio: Emulator, call: Call, { undone, expected, gaveUp, hints }: Outcome) {
  const heard = call.heard.flatMap(({ text }) => (text === undefined ? [] : [text]));
  const missing = expected.filter((text) => !heard.some((one) => one.includes(text)));
  const errors = twilio.findings.filter(({ severity }) => severity === 'error');
  const problems = [
    ...missing.map((text) => `Not heard: ${JSON.stringify(text)}.`),
    ...(undone.length === 0 ? [] : [`Nothing was there for ${undone.map(writeCallAct).join(' ')}.`]),
    ...(errors.length === 0 ? [] : [`Twilio would report ${errors.length === 1 ? 'an error' : `${errors.length} errors`}.`]),
  ];
  const { sid, from, to, status, duration } = call;
  return {
    ok: problems.length === 0,
    message: problems.length === 0 ? 'All went well.' : problems.join(' '),
    notes: [...hints, ...(gaveUp ? ['The caller hung up after two minutes, since nothing else ended the call.'] : [])],
    call: { sid, from, to, status, duration },
    heard: call.heard,
    webhooks: twilio.webhooks.map(({ kind, method, url, parameters, response, failure, at }) => ({
      ...{ kind, method, url, parameters, at },
      ...(response === undefined ? { failure } : { status: response.status, answer: response.body }),
    })),
    findings: twilio.findings,
  };
}

function describeEnd(
  { ok, message, notes, call, seed }: ReturnType<typeof conclude> & { readonly seed: number },
  isRandom: boolean,
  context: CommandContext,
): string {
  const paint = makePaint(context);
  const again = isRandom ? [paint('faint', `--seed ${seed} makes the same call once more.`)] : [];
  const end = `The call is ${call.status}, after ${call.duration} s.`;
  return `\n${[end, ...notes.map(makePrintable), ...again, paint(ok ? 'good' : 'bad', makePrintable(message))].join('\n')}\n`;
}
