import { once } from 'node:events';
import { homedir } from 'node:os';
import { type Command, Option } from 'commander';
import { readTarget, withoutCredentials } from '../../delivery/loopback.js';
import { findCredentials } from '../../line/account/credentials.js';
import { loadTwilio } from '../../line/account/twilio-client.js';
import { journalFolder } from '../../line/journal.js';
import { LineError } from '../../line/line-error.js';
import { type Recovered, recover } from '../../line/recover.js';
import { tunnelNames } from '../../line/tunnels/open-tunnel.js';
import { type CommandContext, type Finish, UsageError } from '../context.js';
import { fillLines } from '../help-text.js';
import { describeLineEvent, describeLineSocket, describeLineWebhook, describeRecovered } from '../line/describe-line.js';
import { type LineListener, type StartedLine, type StartLineOptions, startLine } from '../line/start-line.js';
import { makePrintable } from '../printable.js';
import { readPort } from '../read-port.js';
import { readBytes } from '../record/flags.js';

const EXAMPLES = `
Examples:
  $ ringback line +15550001111 --app localhost:3000
  $ ringback line +15550001111 whatsapp:+15550001111 --app localhost:3000 --status /status
  $ ringback line MG0123456789abcdef0123456789abcdef --app localhost:3000 --tunnel cloudflared
  $ ringback line +15550001111 --app localhost:3000 --tunnel-url https://abc.ngrok.app --port 8080
  $ ringback line restore

Leads real calls and messages to your application: opens a tunnel, sets the URLs of what you name, and puts the old ones back when
it ends. They are written down in .ringback/line before anything is changed, so that the next start, or \`ringback line restore\`,
puts back what a crash has left.

The tunnel is that of @ngrok/ngrok where it is installed and NGROK_AUTHTOKEN is set, else cloudflared or tailscale where they are on
the PATH; or one that you have opened yourself, such as \`ngrok http 8080\`. Nothing is changed before an answer came through it.

The account is that of TWILIO_ACCOUNT_SID with TWILIO_AUTH_TOKEN, or with TWILIO_API_KEY and TWILIO_API_SECRET, else that of the
twilio command's active profile. With the auth token each webhook is verified. Your application must have that token too.

A URL that is none of development is overwritten with --yes alone, and so is that of another developer whose tunnel is up.`;

interface LineFlags {
  readonly app?: string;
  readonly tunnel?: string;
  readonly tunnelUrl?: string;
  readonly port?: number;
  readonly voice?: string;
  readonly messages?: string;
  readonly status?: string;
  readonly basicAuth?: string | true;
  readonly yes?: true;
  readonly out?: string;
  readonly keep?: true;
  readonly maxBytes: number;
  readonly allowRemote?: true;
  readonly json?: true;
}

/** `ringback line`: real calls and messages, for an application on this machine. */
export function addLineCommand(program: Command, context: CommandContext, finish: Finish): void {
  const line = program
    .command('line')
    .summary('lead real calls and messages to your application')
    .description('Opens a tunnel to your application and leads a number to it, until it ends; then the old URLs are put back.')
    .argument('<place...>', 'a number, whatsapp:<number>, a SIP domain, or the SID of one, of a Messaging Service or of a TwiML App')
    .option('--app <url>', 'where your application listens')
    .addOption(new Option('--tunnel <name>', 'which tunnel to open').choices([...tunnelNames]))
    .option('--tunnel-url <url>', 'the public URL of a tunnel that is open already, and leads to --port')
    .option('--port <number>', 'where to listen for the tunnel; 8080 with --tunnel-url, else any that is free', readPort)
    .option('--voice <path>', 'the path for calls; that of the URL that is there, else /voice')
    .option('--messages <path>', 'the path for messages; that of the URL that is there, else /sms')
    .option('--status <path>', 'the path for status callbacks; that of the URL that is there, else none')
    .option('--basic-auth [name:password]', 'put a name and a password into the URLs, and let nobody in without')
    .option('--yes', 'overwrite URLs that somebody may be using')
    .option('--out <folder>', 'keep the webhooks, redacted, as `ringback record` does')
    .option('--keep', 'with --out: keep names, numbers, texts and signatures too')
    .option('--max-bytes <number>', 'the largest body that is passed on', readBytes, 1_048_576)
    .option('--allow-remote', 'pass on to another machine')
    .option('--json', 'print a line of JSON for each event')
    .addHelpText('after', fillLines(EXAMPLES))
    .action(async (wanted: readonly string[], flags: LineFlags) => {
      if (flags.app === undefined) throw new UsageError('Where does your application listen? Give --app, such as --app localhost:3000');
      if (flags.keep && flags.out === undefined) throw new UsageError('--keep is about what --out keeps');
      const target = readTarget(flags.app, flags);
      const isFine = await holdLine({ ...flags, wanted, readTarget: () => target, paths: flags }, context, flags.json === true);
      finish(isFine ? 0 : 1);
    });
  line
    .command('restore')
    .description('puts back what a line that was broken off has left')
    .option('--json', 'print a line of JSON for each journal')
    .action(async (flags: Pick<LineFlags, 'json'>) => finish(await restore(context, flags.json === true)));
}

/** Opens a line and holds it until somebody ends it. @returns Whether it was ended on purpose. */
async function holdLine(options: StartLineOptions, context: CommandContext, json: boolean): Promise<boolean> {
  const crash = new AbortController();
  context.onCrash?.((error) => crash.abort(error));
  const signal = AbortSignal.any([context.signal, crash.signal]);
  const listener = makeListener(context, json);
  const line = await startLine(options, { env: context.env, signal }, listener).catch((error: unknown) => {
    // Whoever interrupts it while it starts wants no more than that, unless something could not be put back.
    if (context.signal.aborted && !(error instanceof LineError && error.code === 'LINE_JOURNAL')) return undefined;
    throw error;
  });
  if (line === undefined) return true;
  announce(line, options, context);
  const ended = await Promise.race([line.ended, once(signal, 'abort').then(() => undefined), ...(signal.aborted ? [undefined] : [])]);
  await line.close();
  if (crash.signal.aborted) throw crash.signal.reason;
  if (ended !== undefined) context.stderr.write(`The tunnel has ended, and with it the line: ${makePrintable(ended)}\n`);
  return ended === undefined;
}

function announce(
  { isVerifying, credentials, source, origin }: StartedLine,
  { readTarget: readUrl, out }: StartLineOptions,
  { stderr }: CommandContext,
): void {
  const notes = [
    `The account is that of ${source}. ${origin} leads to ${withoutCredentials(readUrl().href)}. Ctrl+C ends it and puts the old URLs back.`,
    ...(out === undefined ? [] : [`Webhooks are kept in ${out}.`]),
    ...(isVerifying ? [] : ['Webhooks are not verified: set TWILIO_AUTH_TOKEN, which an API key does not tell.']),
    ...(credentials === undefined ? [] : [`Whoever calls must know ${credentials}, which is in the URLs.`]),
  ];
  stderr.write(`${notes.join('\n')}\n`);
}

/** What is asked for goes to the output; notes about how it came to be go beside it. */
function makeListener(context: CommandContext, json: boolean): LineListener {
  const { stdout, stderr } = context;
  const tell = (value: object, lines: readonly string[]) => stdout.write(json ? `${JSON.stringify(value)}\n` : `${lines.join('\n')}\n`);
  return {
    onEvent: (event) => {
      const lines = describeLineEvent(event, context);
      if (event.type === 'set' || event.type === 'put-back' || event.type === 'taken') tell(writeEvent(event), lines);
      else stderr.write(`${lines.join('\n')}\n`);
    },
    onWebhook: (webhook) => tell({ type: 'webhook', ...webhook }, describeLineWebhook(webhook, context)),
    onSocket: (socket) => tell({ type: 'socket', ...socket }, [describeLineSocket(socket)]),
    onFault: (message) => stderr.write(`${makePrintable(message)}\n`),
  };
}

/** URLs may have the password of a line, or of another, in them. */
function writeEvent(event: Parameters<LineListener['onEvent']>[0]): object {
  return JSON.parse(
    JSON.stringify(event, (_, value: unknown) => (typeof value === 'string' ? withoutCredentials(value) : value)),
  ) as object;
}

/** @returns 1 when something is left that could not be put back. */
async function restore(context: CommandContext, json: boolean): Promise<0 | 1> {
  const credentials = await findCredentials(context.env, context.env.HOME ?? homedir());
  const project = process.cwd();
  const client = loadTwilio(project)(credentials);
  const all: Recovered[] = [];
  await recover({
    ...{ folder: journalFolder(project), accountSid: credentials.accountSid, client },
    tell: (recovered) => {
      all.push(recovered);
      const lines = describeRecovered(recovered).join('\n');
      context.stdout.write(json ? `${JSON.stringify({ is: recovered.is, lines })}\n` : `${lines}\n`);
    },
  });
  if (all.length === 0 && !json) context.stdout.write('There is nothing to put back.\n');
  return all.every(({ is }) => is === 'restored') ? 0 : 1;
}
