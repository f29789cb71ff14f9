import { type Command, Option } from 'commander';
import { readConnection } from '../../delivery/connection.js';
import { type Exchange, limitOf } from '../../delivery/exchange.js';
import { findKind, type Kind } from '../../delivery/kind.js';
import { makeRouter, type Router } from '../../delivery/route.js';
import { hideSecrets } from '../../delivery/secrets.js';
import type { SharedKey } from '../../signature/index.js';
import { listVariants } from '../../testing/index.js';
import { type Tampering, tamperings } from '../../testing/tamper.js';
import { type CommandContext, type Finish, UsageError } from '../context.js';
import { describeExchange } from '../describe-exchange.js';
import { runDialogue } from '../dialogue.js';
import { makeContent, makeOutgoing, makeTampered } from '../outgoing.js';
import { makePaint } from '../paint.js';
import { findSlips, readAssignments } from '../parameters.js';
import { readAuthToken, readSharedKeys, TEST_AUTH_TOKEN } from '../secrets.js';
import { type StoryName, storyNames, tellStory } from '../story.js';
import { judgeRefusal, type Verdict } from '../verdict.js';

const EXAMPLES = `
Examples:
  $ ringback send messaging.incoming http://localhost:3000/sms Body='Hello there' From=+14155550123
  $ ringback send voice.incoming http://localhost:3000/voice --press 1 --press 42#
  $ ringback send voice.incoming http://localhost:3000/voice --as https://example.com/voice
  $ ringback send voice.status http://localhost:3000/status --variant busy --seed 7
  $ ringback send voice.incoming 'http://localhost:3000/voice#rc=3&rp=5xx,ct&rt=2000'
  $ ringback send messaging.incoming http://localhost:3000/sms --tamper changed-parameter
  $ TWILIO_SHARED_KEY=webhooks_sharedkey_01:s3cret:HMAC_SHA256 ringback send messaging.incoming http://localhost:3000/sms
  $ ringback send --story call http://localhost:3000/voice --press 1

The request is signed with --auth-token, else with TWILIO_AUTH_TOKEN, else with the test token
${TEST_AUTH_TOKEN}. The server must know the same one, and the URL that was signed: that of
--as, or the one given. With --shared-key or TWILIO_SHARED_KEY (id:secret or id:secret:HMAC_SHA256) a shared key signs in its place. With --as the request has X-Forwarded-Proto and X-Forwarded-Host, as behind a tunnel.

The exit code is 0 when Twilio would have taken every answer; with --tamper, when the request was refused.`;

interface SendFlags {
  readonly as?: string;
  readonly authToken?: string;
  readonly sharedKey?: string;
  readonly seed: number;
  readonly variant?: string;
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly press: readonly string[];
  readonly tamper?: Tampering;
  readonly story?: StoryName;
  readonly allowRemote?: true;
  readonly json?: true;
}

/** `ringback send`: sends signed webhooks as Twilio would, and judges what comes back. */
export function addSendCommand(program: Command, context: CommandContext, finish: Finish): void {
  program
    .command('send')
    .summary('send a signed webhook to a server, as Twilio would')
    .usage('<kind> <url> [Name=Value …] [options]\n       ringback send --story <life> <url> [options]')
    .description('Sends a signed webhook as Twilio would, goes on with what the answer asks for, and says what Twilio would make of it.')
    .argument('<kind>', 'such as voice.incoming; `ringback kinds` lists them')
    .argument('[url]', 'where your server listens, with Twilio’s connection overrides behind a # if you like')
    .argument('[Name=Value...]', 'parameters to put in place of the sample’s own')
    .option('--as <public-url>', 'the URL that Twilio would call, and that is signed: all of it, or scheme and host')
    .option('--auth-token <token>', 'signs; better set TWILIO_AUTH_TOKEN, which no list of processes shows')
    .option('--shared-key <id:secret[:algorithm]>', 'signs in place of the token; better set TWILIO_SHARED_KEY')
    .option('--seed <number>', 'which of endlessly many calls, messages and numbers', readCount, 0)
    .option('--variant <name>', 'which of the kind’s samples; `ringback show <kind>` lists them')
    .addOption(new Option('--method <method>', 'how to send it').choices(['GET', 'POST', 'PUT']))
    .option('--press <keys>', 'what to enter at the next <Gather>; as often as you like', collect, [])
    .addOption(new Option('--tamper <how>', 'break the request; it must be refused').choices([...tamperings]))
    .addOption(new Option('--story <life>', 'send the webhooks of a whole life instead').choices([...storyNames]))
    .option('--allow-remote', 'send to other machines than this one too')
    .option('--json', 'print what a program reads')
    .addHelpText('after', EXAMPLES)
    .action(async (kind: string, url: string | undefined, words: readonly string[], flags: SendFlags) => {
      const { verdict, signer, given } = await (flags.story === undefined
        ? sendOne(kind, checkUrl(url), words, flags, context)
        : sendStory(flags.story, kind, [...(url === undefined ? [] : [url]), ...words], flags, context));
      const text = flags.json ? `${JSON.stringify(verdict, undefined, 2)}\n` : describeVerdict(verdict, context, given);
      const { authToken, sharedKey } = signer;
      context.stdout.write(hideSecrets(text, [authToken === TEST_AUTH_TOKEN ? undefined : authToken, sharedKey?.secret]));
      finish(verdict.ok ? 0 : 1);
    });
}

/** What signs. */
interface Signer {
  readonly authToken: string;
  /** In place of the token. */
  readonly sharedKey?: SharedKey | undefined;
}

/** What was sent and came of it. */
interface Sent {
  readonly verdict: Verdict;
  readonly signer: Signer;
  /** The parameters that were given on the command line. */
  readonly given: readonly string[];
}

function checkUrl(url: string | undefined): string {
  if (url === undefined) throw new UsageError('Where to? Give the URL that your server listens on, such as http://localhost:3000/voice');
  return url;
}

async function sendOne(kind: string, url: string, words: readonly string[], flags: SendFlags, context: CommandContext): Promise<Sent> {
  const plan = makePlan(kind, url, words, flags, context);
  const verdict = flags.tamper === undefined ? await converse(plan) : await tamper(plan, flags.tamper);
  return { verdict, signer: plan.signer, given: plan.assignments.map(({ name }) => name) };
}

/** A story has no kind: what stands in its place is the URL. */
async function sendStory(
  story: StoryName,
  url: string,
  others: readonly string[],
  flags: SendFlags,
  context: CommandContext,
): Promise<Sent> {
  if (others.length > 0 || flags.tamper !== undefined || flags.variant !== undefined || flags.method !== undefined) {
    throw new UsageError('A --story takes a URL, and neither a kind nor parameters, --tamper, --variant or --method');
  }
  const { seed, press } = flags;
  const router = makeRouter(url, flags.as, flags);
  for (const text of [url, flags.as ?? url]) readConnection(text, 15_000);
  const signer = chooseSigner(flags, context);
  return { verdict: await tellStory(story, { router, seed, ...signer, press, signal: context.signal }), signer, given: [] };
}

function chooseSigner({ authToken, sharedKey }: SendFlags, context: CommandContext): Signer {
  // A token that is given in so many words is meant, whatever the environment has.
  const environment = authToken === undefined ? context : { env: {} };
  const [key] = readSharedKeys(sharedKey === undefined ? [] : [sharedKey], environment);
  const given = readAuthToken(authToken, context);
  if (key !== undefined) return { authToken: given ?? TEST_AUTH_TOKEN, sharedKey: key };
  if (given === undefined) context.stderr.write(`Signed with the test token ${TEST_AUTH_TOKEN}, as TWILIO_AUTH_TOKEN is not set.\n`);
  return { authToken: given ?? TEST_AUTH_TOKEN };
}

/** What is to be done, after everything that can be wrong about it was found. */
interface Plan {
  readonly kind: Kind;
  readonly router: Router;
  readonly signer: Signer;
  readonly flags: SendFlags;
  readonly assignments: ReturnType<typeof readAssignments>;
  readonly content: ReturnType<typeof makeContent>;
}

function makePlan(kindText: string, url: string, words: readonly string[], flags: SendFlags, context: CommandContext): Plan {
  const kind = findKind(kindText);
  const assignments = readAssignments(words);
  const router = makeRouter(url, flags.as, flags);
  for (const text of [url, flags.as ?? url]) readConnection(text, limitOf(kind.schema));
  checkVariant(kind, flags.variant);
  if (flags.method !== undefined && !kind.schema.methods.includes(flags.method)) {
    throw new UsageError(`Twilio sends ${kind.schema.kind} by ${kind.schema.methods.join(' or ')}, never by ${flags.method}`);
  }
  const signer = chooseSigner(flags, context);
  const { content, known } = makeContent(kind.schema, flags, assignments);
  for (const slip of findSlips(assignments, known)) context.stderr.write(`${slip}\n`);
  return { kind, router, flags, assignments, signer, content: { content, known } };
}

function checkVariant({ schema }: Kind, variant: string | undefined): void {
  const variants = listVariants(schema.kind);
  if (variant === undefined || variants.includes(variant)) return;
  const named = variants.filter((name) => name !== undefined);
  throw new UsageError(`${schema.kind} has no sample ${JSON.stringify(variant)}; there are ${['the usual one', ...named].join(', ')}`);
}

async function converse({ kind, router, flags, signer, content }: Plan): Promise<Verdict> {
  const { seed, method } = flags;
  const outgoing = makeOutgoing({ schema: kind.schema, content: content.content, route: router.first, seed, ...signer, method });
  return runDialogue(outgoing, { router, seed, ...signer, press: flags.press });
}

async function tamper({ kind, router, flags, signer, content }: Plan, how: Tampering): Promise<Verdict> {
  const { seed, method } = flags;
  const outgoing = makeTampered({ schema: kind.schema, content: content.content, route: router.first, seed, ...signer, method }, how);
  return judgeRefusal(outgoing, router, how);
}

function describeVerdict({ ok, message, exchanges }: Verdict, context: CommandContext, given: readonly string[]): string {
  const paint = makePaint(context);
  const told = exchanges.map((exchange: Exchange, index) => describeExchange(exchange, context, index === 0 ? given : []));
  return `${[...told, paint(ok ? 'good' : 'bad', message)].join('\n\n')}\n`;
}

function collect(value: string, earlier: readonly string[]): readonly string[] {
  if (!/^[\d*#A-Dw]+$/.test(value))
    throw new UsageError(`--press takes keys of a telephone, such as 1 or 42#, got ${JSON.stringify(value)}`);
  return [...earlier, value];
}

function readCount(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`--seed is a number from 0 to 999999999, got ${JSON.stringify(text)}`);
  return Number(text);
}
