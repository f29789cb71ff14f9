import type { RetryReason } from '../delivery/connection.js';
import type { Exchange } from '../delivery/exchange.js';
import type { FormParameters } from '../payloads/index.js';
import { describeFindings } from './findings.js';
import { makePaint } from './paint.js';
import { makePrintable } from './printable.js';

/** Lines of an answer that are shown; what is longer is seen with --json. */
const MOST_LINES = 60;

/** What is shown of a webhook, if it is there: what makes it out, and what was given on the command line. */
const TELLING = [
  ...[
    'From',
    'To',
    'Body',
    'CallStatus',
    'MessageStatus',
    'Digits',
    'SpeechResult',
    'DialCallStatus',
    'RecordingStatus',
    'StatusCallbackEvent',
  ],
  ...['EventType', 'ConferenceSid', 'CallSid', 'MessageSid'],
];

/** Why Twilio tries again, and what the connection overrides of a URL call it. */
const REASONS: Readonly<Record<RetryReason, string>> = {
  '4xx': 'for such a status (rp=4xx)',
  '5xx': 'for such a status (rp=5xx)',
  ct: 'as there was no connection (rp=ct)',
  rt: 'as no answer came in time (rp=rt)',
};

/** Writes an exchange for people. */
export function describeExchange(exchange: Exchange, output: { readonly colours: boolean }, given: readonly string[] = []): string {
  const paint = makePaint(output);
  const { kind, title, method, publicUrl, parameters, attempts, answer, findings } = exchange;
  const [first] = attempts;
  const lines = [
    `${paint('strong', kind)} ${title}`,
    `  ${method} ${first?.url ?? publicUrl}${isElsewhere(first?.url, publicUrl) ? paint('faint', ` signed for ${makePrintable(publicUrl)}`) : ''}`,
    `  ${paint('faint', describeParameters(parameters, given))}`,
    ...attempts.flatMap((attempt, index) => {
      const moved = index > 0 && attempt.url !== attempts[index - 1]?.url ? [`  GET ${attempt.url}`] : [];
      const again = attempt.retriedFor === undefined ? '' : `, tried again ${REASONS[attempt.retriedFor]}`;
      const outcome = attempt.status ?? attempt.failure ?? '';
      const isShown = index < attempts.length - 1 || answer === undefined;
      return [
        ...moved,
        ...(isShown ? [`  ${paint('warning', makePrintable(String(outcome)))} after ${formatMs(attempt.durationMs)}${again}`] : []),
      ];
    }),
    ...(answer === undefined ? [] : describeAnswer(exchange, paint)),
  ];
  const found = describeFindings({ name: 'answer', text: answer?.body ?? '', diagnostics: findings }, output);
  return [lines.join('\n'), ...found].join('\n\n');
}

function describeAnswer({ answer, durationMs, limitMs }: Exchange, paint: ReturnType<typeof makePaint>): string[] {
  if (answer === undefined) return [];
  const { status, statusText, headers, body } = answer;
  const type = headers['content-type'] === undefined ? '' : ` ${headers['content-type']}`;
  const time = `${formatMs(durationMs)} of Twilio's ${limitMs / 1000} s`;
  const text = makePrintable(body).trimEnd().split('\n');
  const shown = body === '' ? [] : text.slice(0, MOST_LINES).map((line) => `    ${line}`.trimEnd());
  const more = text.length > MOST_LINES ? [`    … ${text.length - MOST_LINES} lines more`] : [];
  const isGood = status >= 200 && status < 300;
  return [
    `  ${paint(isGood ? 'good' : 'bad', `${status} ${makePrintable(statusText)}`.trim())}${makePrintable(type)}, ${time}`,
    ...shown,
    ...more,
  ];
}

function isElsewhere(url: string | undefined, publicUrl: string): boolean {
  return url === undefined || !publicUrl.startsWith(url);
}

/** A few of the parameters, and how many there are. */
function describeParameters(parameters: FormParameters, given: readonly string[]): string {
  const names = [...new Set([...given, ...TELLING])].filter((name) => Object.hasOwn(parameters, name)).slice(0, Math.max(5, given.length));
  const shown = names.map((name) => `${name}=${shorten(String(parameters[name]))}`);
  const count = Object.keys(parameters).length;
  return makePrintable(`${shown.join('  ')}${shown.length < count ? `  … ${count} parameters` : ''}`.trim());
}

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}

function formatMs(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}
