import { randomInt } from 'node:crypto';
import { type Command, Option } from 'commander';
import { realClock } from '../../delivery/clock.js';
import { readConnection } from '../../delivery/connection.js';
import { type Carrier, type Exchange, limitOf } from '../../delivery/exchange.js';
import { httpTransport } from '../../delivery/http.js';
import { withoutCredentials } from '../../delivery/loopback.js';
import { type Ingredients, makeOutgoing, makeTampered } from '../../delivery/outgoing.js';
import { makeRouter } from '../../delivery/route.js';
import { hideSecrets } from '../../delivery/secrets.js';
import { type Tampering, tamperings } from '../../delivery/tamper.js';
import { TEST_AUTH_TOKEN } from '../../fixtures/test-auth-token.js';
import type { SharedKey } from '../../signature/index.js';
import { listVariants } from '../../testing/index.js';
import { type Act, quoteWord, readPress, writeAct } from '../act.js';
import { makeContent } from '../content.js';
import { type CommandContext, type Finish, UsageError } from '../context.js';
import { converse } from '../conversation/converse.js';
import { describeExchange } from '../describe-exchange.js';
import { fillLines } from '../help-text.js';
import { listHints } from '../hints.js';
import { findKind, type NamedKind } from '../kind.js';
import { makePaint } from '../paint.js';
import { findSlips, readAssignments } from '../parameters.js';
import { makePrintable } from '../printable.js';
import { readAuthToken, readSharedKeys } from '../secrets.js';
import { readSeed } from '../seed.js';
import { chooseToken } from '../signing-token.js';
import { type StoryName, storyNames, tellStory } from '../story.js';
import { judgeRefusal, type Verdict } from '../verdict.js';

const EXAMPLES = `
Examples:
  $ ringback send messaging.incoming http://localhost:3000/sms Body='Hello there' From=+14155550123
  $ ringback send voice.incoming http://localhost:3000/voice --press 1 --press 42#
  $ ringback send voice.incoming localhost:3000/voice --say 'sales, please' --silence
  $ ringback send voice.incoming http://localhost:3000/voice --as https://example.com/voice
  $ ringback send voice.status http://localhost:3000/status --variant busy --seed 7
  $ ringback send voice.incoming 'http://localhost:3000/voice#rc=3&rp=5xx,ct&rt=2000'
  $ ringback send messaging.incoming http://localhost:3000/sms --tamper changed-parameter
  $ TWILIO_SHARED_KEY=webhooks_sharedkey_01:s3cret:HMAC_SHA256 ringback send messaging.incoming http://localhost:3000/sms
  $ ringback send --story call http://localhost:3000/voice --press 1 --status-url http://localhost:3000/status

Each run is about another call or message; --seed, which every run prints, sends the same once more. Of a kind with several
samples the one is taken that has the parameters you give.

The request is signed with --auth-token, else with TWILIO_AUTH_TOKEN, else with the token that \`ringback dev\` has made for this
project, else with the test token ${TEST_AUTH_TOKEN}. The server must know the same one, and the URL that was signed: that of
--as, or the one given. With --as the request has X-Forwarded-Proto and X-Forwarded-Host, as behind a tunnel.

The exit code is 0 when Twilio would have taken every answer; with --tamper, when the request was refused.`;

interface SendFlags {
  readonly as?: string;
  readonly authToken?: string;
  readonly sharedKey?: string;
  readonly seed?: number;
  readonly variant?: string;
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly statusUrl?: string;
  readonly tamper?: Tampering;
  readonly story?: StoryName;
  readonly allowRemote?: true;
  readonly json?: true;
}

/** What is asked for, with what was left to chance. */
interface Order extends SendFlags {
  readonly seed: number;
  readonly acts: readonly Act[];
}

/** `ringback send`: sends signed webhooks as Twilio would, and judges what comes back. */
export function addSendCommand(program: Command, context: CommandContext, finish: Finish): void {
  // One list for several options: their order is that of the conversation.
  const acts: Act[] = [];
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
    .option('--seed <number>', 'which of endlessly many calls, messages and numbers; left out, another one each time', readSeed)
    .option('--variant <name>', 'which of the kind’s samples; `ringback show <kind>` lists them')
    .addOption(new Option('--method <method>', 'how to send it').choices(['GET', 'POST', 'PUT']))
    .option('--press <keys>', 'what to enter at the next <Gather>; as often as you like', (keys) => acts.push(readPress(keys)))
    .option('--say <words>', 'what to say at the next <Gather>', (words) => acts.push({ does: 'say', words }))
    .option('--silence', 'do nothing at the next <Gather>, until it gives up')
    .on('option:silence', () => acts.push({ does: 'wait' }))
    .addOption(new Option('--tamper <how>', 'break the request; it must be refused').choices([...tamperings]))
    .addOption(new Option('--story <life>', 'send the webhooks of a whole life instead').choices([...storyNames]))
    .option('--status-url <url>', 'where the status callbacks of a --story call go')
    .option('--allow-remote', 'send to other machines than this one too')
    .option('--json', 'print what a program reads')
    .addHelpText('after', fillLines(EXAMPLES))
    .action(async (kind: string, url: string | undefined, words: readonly string[], flags: SendFlags) => {
      const order = { ...flags, acts, seed: flags.seed ?? randomInt(1_000_000) };
      const { verdict, signer, given } = await (order.story === undefined
        ? sendOne(kind, checkUrl(url), words, order, context)
        : sendStory(order.story, kind, [...(url === undefined ? [] : [url]), ...words], order, context));
      const hints = listHints(verdict.exchanges, {
        command: writeCommand(kind, url, words, flags, acts),
        hasPublicUrl: flags.as !== undefined,
      });
      const told = { ...verdict, hints: [...(verdict.hints ?? []), ...(flags.tamper === undefined ? hints : [])], seed: order.seed };
      const text = flags.json ? `${JSON.stringify(told, undefined, 2)}\n` : describeVerdict(told, context, given, flags.seed === undefined);
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

/** The command line as it was given, without what is a secret. */
function writeCommand(kind: string, url: string | undefined, words: readonly string[], flags: SendFlags, acts: readonly Act[]): string {
  const { story, variant, method, seed, as, statusUrl } = flags;
  const options = Object.entries({ story, variant, method, seed, as, 'status-url': statusUrl }).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name} ${quoteWord(String(value))}`],
  );
  const given = [kind, ...(url === undefined ? [] : [url]), ...words].map((word) => quoteWord(withoutCredentials(word)));
  return ['ringback send', ...given, ...options, ...acts.map(writeAct)].join(' ');
}

/** Twilio calls no server of ours but over HTTP, and in the time of this machine. */
function makeCarrier(url: string, flags: SendFlags): Carrier {
  return { router: makeRouter(url, flags.as, flags), transport: httpTransport, clock: realClock };
}

async function sendOne(kind: string, url: string, words: readonly string[], order: Order, context: CommandContext): Promise<Sent> {
  if (order.statusUrl !== undefined) throw new UsageError('--status-url is for a --story call; to send one callback, send it to its URL');
  const plan = await makePlan(kind, url, words, order, context);
  const verdict = order.tamper === undefined ? await sendPlan(plan) : await tamper(plan, order.tamper);
  return { verdict, signer: plan.signer, given: plan.assignments.map(({ name }) => name) };
}

/** A story has no kind: what stands in its place is the URL. */
async function sendStory(story: StoryName, url: string, others: readonly string[], order: Order, context: CommandContext): Promise<Sent> {
  if (others.length > 0 || order.tamper !== undefined || order.variant !== undefined || order.method !== undefined) {
    throw new UsageError('A --story takes a URL, and neither a kind nor parameters, --tamper, --variant or --method');
  }
  const { seed, acts, statusUrl } = order;
  const carrier = makeCarrier(url, order);
  for (const text of [url, order.as ?? url]) readConnection(text, 15_000);
  const signer = await chooseSigner(order, context);
  const verdict = await tellStory(story, { carrier, seed, ...signer, acts, statusUrl, signal: context.signal });
  return { verdict, signer, given: [] };
}

async function chooseSigner({ authToken, sharedKey }: SendFlags, context: CommandContext): Promise<Signer> {
  // A token that is given in so many words is meant, whatever the environment has.
  const environment = authToken === undefined ? context : { env: {} };
  const [key] = readSharedKeys(sharedKey === undefined ? [] : [sharedKey], environment);
  if (key !== undefined) return { authToken: readAuthToken(authToken, context) ?? TEST_AUTH_TOKEN, sharedKey: key };
  return { authToken: await chooseToken(authToken, context) };
}

/** What is to be done, after everything that can be wrong about it was found. */
interface Plan {
  readonly kind: NamedKind;
  readonly carrier: Carrier;
  readonly signer: Signer;
  readonly order: Order;
  readonly assignments: ReturnType<typeof readAssignments>;
  readonly content: ReturnType<typeof makeContent>['content'];
}

async function makePlan(kindText: string, url: string, words: readonly string[], order: Order, context: CommandContext): Promise<Plan> {
  const kind = findKind(kindText);
  const assignments = readAssignments(words);
  const carrier = makeCarrier(url, order);
  for (const text of [url, order.as ?? url]) readConnection(text, limitOf(kind.schema));
  checkVariant(kind, order.variant);
  if (order.method !== undefined && !kind.schema.methods.includes(order.method)) {
    throw new UsageError(`Twilio sends ${kind.schema.kind} by ${kind.schema.methods.join(' or ')}, never by ${order.method}`);
  }
  const signer = await chooseSigner(order, context);
  const { content, known } = makeContent(kind.schema, order, assignments);
  for (const slip of findSlips(assignments, known)) context.stderr.write(`${slip}\n`);
  return { kind, carrier, order, assignments, signer, content };
}

function checkVariant({ schema }: NamedKind, variant: string | undefined): void {
  const variants = listVariants(schema.kind);
  if (variant === undefined || variants.includes(variant)) return;
  const named = variants.filter((name) => name !== undefined);
  throw new UsageError(`${schema.kind} has no sample ${JSON.stringify(variant)}; there are ${['the usual one', ...named].join(', ')}`);
}

async function sendPlan(plan: Plan): Promise<Verdict> {
  const { carrier, signer, order } = plan;
  return converse(makeOutgoing(listIngredients(plan)), { carrier, seed: order.seed, ...signer, acts: order.acts });
}

async function tamper(plan: Plan, how: Tampering): Promise<Verdict> {
  return judgeRefusal(makeTampered(listIngredients(plan), how), plan.carrier, how);
}

function listIngredients({ kind, carrier, signer, content, order }: Plan): Ingredients {
  const { seed, method } = order;
  return { schema: kind.schema, content, route: carrier.router.first, seed, ...signer, method };
}

function describeVerdict(
  { ok, message, hints, exchanges, seed }: Verdict & { readonly hints: readonly string[]; readonly seed: number },
  context: CommandContext,
  given: readonly string[],
  isRandom: boolean,
): string {
  const paint = makePaint(context);
  const told = exchanges.map((exchange: Exchange, index) => describeExchange(exchange, context, index === 0 ? given : []));
  const notes = hints.length === 0 ? [] : [makePrintable(hints.join('\n'))];
  const again = isRandom ? [paint('faint', `--seed ${seed} sends the same once more.`)] : [];
  return `${[...told, ...notes, ...again, paint(ok ? 'good' : 'bad', message)].join('\n\n')}\n`;
}
