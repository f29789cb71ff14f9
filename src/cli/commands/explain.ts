import type { Command } from 'commander';
import { isLoopback, withoutCredentials } from '../../delivery/loopback.js';
import { completeUrl } from '../../delivery/route.js';
import { hideSecrets } from '../../delivery/secrets.js';
import { identifyWebhook } from '../../payloads/index.js';
import { readHeader } from '../../request/headers.js';
import { splitUrl } from '../../request/urls.js';
import { explainSignature, type SignatureExplanation } from '../../signature/index.js';
import { type Captured, readCaptured } from '../captured/captured.js';
import { type CommandContext, type Finish, UsageError } from '../context.js';
import { readInput } from '../input.js';
import { makePaint } from '../paint.js';
import { makePrintable } from '../printable.js';
import { readAuthToken } from '../secrets.js';

const EXAMPLES = `
Examples:
  $ ringback explain captured.har
  $ ringback explain --as https://example.com request.txt
  $ pbpaste | ringback explain -
  $ ringback explain "curl https://example.com/sms -H 'X-Twilio-Signature: …' --data-raw 'Body=Hi'"

A raw request begins like "POST /sms HTTP/1.1", and has the headers and the body as they came. Of a HAR the requests with a
signature are looked at. The token is that of TWILIO_AUTH_TOKEN or --auth-token. Nothing is sent anywhere.

The exit code is 0 when every signature is right, else 1.`;

interface ExplainFlags {
  readonly as?: string;
  readonly authToken: readonly string[];
  readonly json?: true;
}

/** `ringback explain`: says why the signature of a captured request is refused. */
export function addExplainCommand(program: Command, context: CommandContext, finish: Finish): void {
  program
    .command('explain')
    .summary('say why the signature of a captured request is refused')
    .description('Verifies captured requests, and says what the signature would be right for when it is not.')
    .argument('<request>', 'a file with a HAR, a raw request or a curl command, - for the standard input, or a curl command itself')
    .option('--as <public-url>', 'the URL that Twilio called, where the request shows another: all of it, or scheme and host')
    .option('--auth-token <token>', 'whose signatures are right, as often as you like; better set TWILIO_AUTH_TOKEN', collect, [])
    .option('--json', 'print what a program reads')
    .addHelpText('after', EXAMPLES)
    .action(async (name: string, flags: ExplainFlags) => {
      const bytes = /^curl\s/.test(name) ? new TextEncoder().encode(name) : (await readInput(name, context)).bytes;
      const captured = selectSigned(readCaptured(bytes));
      const tokens = readTokens(flags, context);
      const explained = captured.map((request) => explainOne(request, flags.as, tokens));
      const text = flags.json ? writeJson(explained) : writeText(explained, context);
      context.stdout.write(hideSecrets(text, tokens));
      finish(explained.every(({ valid }) => valid) ? 0 : 1);
    });
}

function collect(value: string, earlier: readonly string[]): readonly string[] {
  return [...earlier, value];
}

function readTokens({ authToken }: ExplainFlags, context: CommandContext): readonly string[] {
  const tokens = authToken.length === 0 ? [readAuthToken(undefined, context)] : authToken.map((token) => readAuthToken(token, context));
  const known = tokens.filter((token) => token !== undefined);
  if (known.length === 0) throw new UsageError('Which token should have signed it? Set TWILIO_AUTH_TOKEN, or give --auth-token');
  return known;
}

/** A HAR of a browser has requests of all sorts. */
function selectSigned(captured: readonly Captured[]): readonly Captured[] {
  if (captured.length === 1) return captured;
  const signed = captured.filter(({ headers }) => 'x-twilio-signature' in headers);
  if (signed.length === 0) throw new UsageError(`None of these ${captured.length} requests has an X-Twilio-Signature`);
  return signed;
}

interface Explained extends SignatureExplanation {
  readonly method: string;
  readonly url: string;
  readonly kind: string | undefined;
}

function explainOne({ method, url: seen, headers, body }: Captured, publicUrl: string | undefined, tokens: readonly string[]): Explained {
  const url = publicUrl === undefined ? guessScheme(seen, headers) : addQuery(completeUrl(publicUrl, guessScheme(seen, headers)), seen);
  const explanation = explainSignature({ method, url, headers, body }, { authToken: tokens });
  const parameters = method === 'GET' ? (splitUrl(url)?.query ?? '').slice(1) : body;
  return { method, url: withoutCredentials(url), kind: identifyWebhook(parameters), ...explanation };
}

/** A raw request does not say whether it came over TLS. Servers of others are called by https, as a rule. */
function guessScheme(url: string, headers: Captured['headers']): string {
  if (!url.startsWith('//')) return url;
  const isLocal = URL.canParse(`http:${url}`) && isLoopback(new URL(`http:${url}`));
  const forwarded = readHeader(headers, 'x-forwarded-proto')?.split(',', 1)[0]?.trim();
  return `${forwarded === 'http' || forwarded === 'https' ? forwarded : isLocal ? 'http' : 'https'}:${url}`;
}

/** What Twilio adds to the query is in the request alone. */
function addQuery(publicUrl: string, seen: string): string {
  const parts = splitUrl(publicUrl);
  return parts === undefined || parts.query !== '' ? publicUrl : publicUrl.replace(/(?=#|$)/, () => /\?[^#]*/.exec(seen)?.[0] ?? '');
}

function writeJson(explained: readonly Explained[]): string {
  return `${JSON.stringify({ ok: explained.every(({ valid }) => valid), requests: explained }, undefined, 2)}\n`;
}

function writeText(explained: readonly Explained[], context: CommandContext): string {
  const paint = makePaint(context);
  const blocks = explained.map(({ method, url, kind, valid, cause, message, suggestion, matchedUrl }) => {
    const lines = [
      `${paint('strong', makePrintable(`${method} ${url}`))}${kind === undefined ? '' : ` ${paint('faint', kind)}`}`,
      valid ? paint('good', 'valid') : paint('bad', `refused: ${cause}`),
      makePrintable(message),
      ...(suggestion === undefined ? [] : [makePrintable(suggestion)]),
      ...(matchedUrl === undefined || valid || message.includes(matchedUrl) ? [] : [`It is right for ${makePrintable(matchedUrl)}`]),
    ];
    return lines.join('\n  ');
  });
  return `${blocks.join('\n\n')}\n`;
}
