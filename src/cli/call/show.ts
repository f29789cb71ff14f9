import type { Call, Emulator, EmulatorEvent, Heard, WebhookAttempt } from '../../emulator/index.js';
import type { Output } from '../context.js';
import type { Paint, Style } from '../paint.js';
import { makePrintable } from '../printable.js';

/** The parameters that tell most of a webhook, the most telling first. */
const TELLING = ['Digits', 'SpeechResult', 'DialCallStatus', 'RecordingDuration', 'CallStatus'] as const;

/** What becomes of a call before anybody notices. */
const UNHEARD: readonly string[] = ['queued', 'initiated'];

/** Prints what happens in a call, as it happens. */
export function showCall(twilio: Emulator, call: Call, output: Output, paint: Paint): void {
  const start = twilio.now;
  const tell = (text: string, style?: Style) => {
    const time = `${((twilio.now - start) / 1000).toFixed(1).padStart(7)} s  `;
    const printable = makePrintable(text);
    output.write(`${paint('faint', time)}${style === undefined ? printable : paint(style, printable)}\n`);
  };
  const told = new Set<Heard>();
  call.listen((heard) => {
    if (told.has(heard) || !isWorthTelling(heard)) return;
    told.add(heard);
    tell(describeHeard(heard), heard.type === 'say' || heard.type === 'speech' ? 'strong' : undefined);
  });
  twilio.on((event) => tellEvent(event, twilio, call, tell));
}

type Tell = (text: string, style?: Style) => void;

function tellEvent(event: EmulatorEvent, twilio: Emulator, call: Call, tell: Tell): void {
  if (event.type === 'answer') {
    const attempt = twilio.webhooks.findLast(({ seq }) => event.causes.includes(seq));
    if (attempt !== undefined) tell(describeWebhook(attempt), event.failure === undefined ? 'faint' : 'warning');
  }
  if (event.type === 'input' && event.callSid === call.sid) {
    tell(event.key === undefined ? `you say "${event.speech}"` : `you press ${event.key}`, 'good');
  }
  if (event.type === 'call' && event.callSid !== call.sid && !UNHEARD.includes(event.status)) tell(`${event.to}: ${event.status}`);
  if (event.type === 'finding' && event.finding.severity !== 'info') {
    const { severity, twilioCode, message } = event.finding;
    tell(`${severity} ${twilioCode ?? ''} ${message}`.replaceAll(/\s+/g, ' '), severity === 'error' ? 'bad' : 'warning');
  }
}

/** What is said is told when it begins, and what only lasts when it is over. */
function isWorthTelling({ type, text, url, digits, seconds }: Heard): boolean {
  if (type === 'silence') return seconds !== undefined && seconds >= 1;
  return type !== 'say' || seconds !== undefined || (text ?? url ?? digits ?? '') !== '';
}

function describeHeard({ type, text, url, digits, seconds }: Heard): string {
  if (type === 'silence') return `(silence, ${seconds} s)`;
  if (type === 'hangup') return 'The other side hangs up.';
  const what = text ?? url ?? digits;
  return what === undefined ? `(${type})` : type === 'say' ? what : `(${type}) ${what}`;
}

function describeWebhook({ kind, method, url, parameters, response, failure }: WebhookAttempt): string {
  const { pathname } = new URL(url);
  const details = TELLING.flatMap((name) => (parameters[name] === undefined ? [] : [`${name}=${parameters[name]}`])).slice(0, 1);
  return [kind, method, pathname, ...details, `→ ${response?.status ?? failure}`].join(' ');
}
