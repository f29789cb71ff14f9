import type { Command } from 'commander';
import { isLoopback, withoutCredentials } from '../../delivery/loopback.js';
import { completeUrl } from '../../delivery/route.js';
import { hideSecrets } from '../../delivery/secrets.js';
import { identifyWebhook } from '../../payloads/index.js';
import { readHeader } from '../../request/headers.js';
import { splitUrl } from '../../request/urls.js';
import { explainSignature, type SignatureExplanation, type SignatureOptions } from '../../signature/index.js';
import { type Captured, readCaptured } from '../captured/captured.js';
import { collect } from '../collect.js';
import { type CommandContext, type Finish, UsageError } from '../context.js';
import { fillLines } from '../help-text.js';
import { readInput } from '../input.js';
import { makePaint } from '../paint.js';
import { makePrintable } from '../printable.js';
import { readAuthToken, readSharedKeys } from '../secrets.js';

const EXAMPLES = `
Examples:
  $ ringback explain captured.har
  $ ringback explain --as https://example.com request.txt
  $ pbpaste | ringback explain -
  $ ringback explain "curl https://example.com/sms -H 'X-Twilio-Signature: …' --data-raw 'Body=Hi'"

A raw request begins like "POST /sms HTTP/1.1", and has the headers and the body as they came. Of a HAR the requests with a
signature are looked at. The token is that of TWILIO_AUTH_TOKEN or --auth-token, shared keys are those of TWILIO_SHARED_KEY or
--shared-key (id:secret). Nothing is sent anywhere.

The exit code is 0 when every signature is right, else 1; also 1 when the server is known to have refused the request.`;

interface ExplainFlags {
  readonly as?: string;
  readonly authToken: readonly string[];
  readonly sharedKey: readonly string[];
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
    .option(
      '--shared-key <id:secret>',
      'a shared key that may have signed it, as often as you like; better set TWILIO_SHARED_KEY',
      collect,
      [],
    )
    .option('--json', 'print what a program reads')
    .addHelpText('after', fillLines(EXAMPLES))
    .action(async (name: string, flags: ExplainFlags) => {
      // That there is no file is said before anything is asked for.
      const bytes = /^curl\s/.test(name) ? new TextEncoder().encode(name) : (await readInput(name, context)).bytes;
      const captured = selectSigned(readCaptured(bytes));
      const { options, secrets } = readSecrets(flags, context);
      const explained = captured.map((request) => explainOne(request, flags.as, options));
      const text = flags.json ? writeJson(explained) : writeText(explained, context);
      context.stdout.write(hideSecrets(text, secrets));
      finish(explained.every(isSettled) ? 0 : 1);
    });
}

/** What may have signed, and what of it is not to be printed. */
function readSecrets(
  { authToken, sharedKey }: ExplainFlags,
  context: CommandContext,
): { readonly options: SignatureOptions; readonly secrets: readonly string[] } {
  const tokens = authToken.length === 0 ? [readAuthToken(undefined, context)] : authToken.map((token) => readAuthToken(token, context));
  const known = tokens.filter((token) => token !== undefined);
  const keys = readSharedKeys(sharedKey, context).map(({ id, secret }) => [id, secret] as const);
  if (known.length === 0 && keys.length === 0)
    throw new UsageError('Which token should have signed it? Set TWILIO_AUTH_TOKEN, or give --auth-token or --shared-key');
  const options = {
    ...(known.length > 0 && { authToken: known }),
    ...(keys.length > 0 && { sharedKeys: Object.fromEntries(keys) }),
  } as SignatureOptions;
  return { options, secrets: [...known, ...keys.map(([, secret]) => secret)] };
}

/** A HAR of a browser has requests of all sorts. */
function selectSigned(captured: readonly Captured[]): readonly Captured[] {
  if (captured.length === 1) return captured;
  const signed = captured.filter(({ headers }) => 'x-twilio-signature' in headers);
  if (signed.length === 0) throw new UsageError(`None of these ${captured.length} requests has an X-Twilio-Signature`);
  return signed;
}

interface Explained extends SignatureExplanation {
  /** What the server answered, where that was recorded. */
  readonly status?: number;
  readonly method: string;
  readonly url: string;
  readonly kind: string | undefined;
}

function explainOne(captured: Captured, publicUrl: string | undefined, options: SignatureOptions): Explained {
  const { method, url: seen, headers, body, status } = captured;
  const own = guessScheme(seen, headers);
  const url = publicUrl === undefined ? own : addQuery(completeUrl(publicUrl, own), seen);
  const explanation = explainSignature({ method, url, headers, body }, options);
  const parameters = method === 'GET' ? (splitUrl(url)?.query ?? '').slice(1) : body;
  const message = explanation.valid ? describeValid(withoutCredentials(url), publicUrl, captured) : explanation.message;
  const isRefused = explanation.valid && status === REFUSED;
  return {
    ...{ method, url: withoutCredentials(url), kind: identifyWebhook(parameters), ...explanation, message },
    ...(status !== undefined && { status }),
    ...(isRefused && { suggestion: SERVER_ADVICE }),
  };
}

/** How webhooks refuse a signature. */
const REFUSED = 403;

const SERVER_ADVICE =
  'Set publicUrl of webhook() to the URL that the signature is right for, and look whether the server has the same auth token or shared key.';

/** Says for which URL a signature is right and where that URL is from, since a server may have gone by another. */
function describeValid(url: string, publicUrl: string | undefined, { headers, status }: Captured): string {
  const source =
    publicUrl !== undefined
      ? 'by --as'
      : readHeader(headers, 'x-forwarded-proto') !== undefined || readHeader(headers, 'x-forwarded-host') !== undefined
        ? 'as the request and its forwarding headers say'
        : 'as the request says';
  const right = `The signature is right for ${url} (${source}).`;
  if (status !== REFUSED) return right;
  const host = readHeader(headers, 'host');
  const seen = host === undefined ? 'another URL' : `another URL, such as one of its own host ${JSON.stringify(host)}`;
  return `${right} But the server answered ${status}: it must have gone by ${seen}, or by another secret.`;
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

/** Whether the signature is right, and nobody is known to have thought otherwise. */
function isSettled({ valid, status }: Explained): boolean {
  return valid && status !== REFUSED;
}

function writeJson(explained: readonly Explained[]): string {
  return `${JSON.stringify({ ok: explained.every(isSettled), requests: explained }, undefined, 2)}\n`;
}

function writeText(explained: readonly Explained[], context: CommandContext): string {
  const paint = makePaint(context);
  const blocks = explained.map((request) => {
    const { method, url, kind, valid, cause, message, suggestion, matchedUrl } = request;
    const lines = [
      `${paint('strong', makePrintable(`${method} ${url}`))}${kind === undefined ? '' : ` ${paint('faint', kind)}`}`,
      isSettled(request) ? paint('good', 'valid') : paint('bad', valid ? 'refused by the server' : `refused: ${cause}`),
      makePrintable(message),
      ...(suggestion === undefined ? [] : [makePrintable(suggestion)]),
      ...(matchedUrl === undefined || valid || message.includes(matchedUrl) ? [] : [`It is right for ${makePrintable(matchedUrl)}`]),
    ];
    return lines.join('\n  ');
  });
  return `${blocks.join('\n\n')}\n`;
}
