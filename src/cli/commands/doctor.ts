import { homedir } from 'node:os';
import type { Command } from 'commander';
import { isJson } from '../../delivery/delivery.js';
import { httpTransport } from '../../delivery/http.js';
import { readTarget } from '../../delivery/loopback.js';
import { completeUrl } from '../../delivery/route.js';
import { examine } from '../../line/doctor/examine.js';
import type { DoctorFinding } from '../../line/doctor/finding.js';
import type { Patient } from '../../line/doctor/patient.js';
import { findOpenUrl, lookAround } from '../../line/doctor/surroundings.js';
import { type CommandContext, type Finish, UsageError } from '../context.js';
import { fillLines } from '../help-text.js';
import { findKind } from '../kind.js';
import { makePaint } from '../paint.js';
import { makePrintable, toJson } from '../printable.js';
import { findToken } from '../signing-token.js';

const EXAMPLES = `
Examples:
  $ ringback doctor http://localhost:3000/sms
  $ ringback doctor http://localhost:3000/voice --as https://example.com
  $ ringback doctor https://abc.ngrok.app/sms --allow-remote --app http://localhost:3000
  $ ringback doctor --json

Sends about twenty webhooks, right ones and such that are wrong in one way each, and tells by what is taken and refused what is the
matter: token, URL, proxy, redirects, body parsers, answer, time and clock. Your application sees them as messages or calls of
strangers. Without a URL it looks at the line that is open, and at what a line would need.

They are signed with TWILIO_AUTH_TOKEN, else with the token that \`ringback dev\` has made for this project, else with the test token. The
exit code is 1 when something is wrong.`;

interface DoctorFlags {
  readonly as?: string;
  readonly app?: string;
  readonly kind?: string;
  readonly allowRemote?: true;
  readonly json?: true;
}

/** `ringback doctor`: what is wrong with a running set-up. */
export function addDoctorCommand(program: Command, context: CommandContext, finish: Finish): void {
  program
    .command('doctor')
    .summary('say what is wrong with a running set-up')
    .description('Looks at a server that runs, at the way to it, and at what this machine has for a line, and says what is wrong.')
    .argument('[url]', 'the URL that Twilio is given, or that of the server on this machine')
    .option('--as <public-url>', 'the URL that Twilio would call, where the other is one of this machine')
    .option('--app <url>', 'where your application listens behind tunnel and proxy')
    .option('--kind <kind>', 'what to send; voice.incoming where the path says so, else messaging.incoming')
    .option('--allow-remote', 'send to other machines than this one too')
    .option('--json', 'print what a program reads')
    .addHelpText('after', fillLines(EXAMPLES))
    .action(async (url: string | undefined, flags: DoctorFlags) => {
      const folder = context.folder ?? process.cwd();
      const around = url === undefined ? await lookAround({ env: context.env, folder, home: context.env.HOME ?? homedir() }) : [];
      const open = url === undefined ? await findOpenUrl(folder) : undefined;
      // A line that was opened from here leads here: its URL may be asked without more leave.
      const patient = await makePatient(url ?? open, open === undefined ? flags : { ...flags, allowRemote: true }, context);
      const findings = [...around, ...(patient === undefined ? [] : await examine(patient, context.env.TWILIO_AUTH_TOKEN))];
      const isWell = findings.every(({ verdict }) => verdict !== 'bad');
      context.stdout.write(flags.json ? `${toJson({ ok: isWell, findings })}\n` : describe(findings, context));
      finish(isWell ? 0 : 1);
    });
}

async function makePatient(url: string | undefined, flags: DoctorFlags, context: CommandContext): Promise<Patient | undefined> {
  if (url === undefined) return undefined;
  const target = readTarget(url, flags);
  const { schema } = findKind(flags.kind ?? guessKind(target.pathname));
  if (isJson(schema) || !schema.methods.includes('POST'))
    throw new UsageError(`${schema.kind} is no form that Twilio posts: choose another --kind`);
  const publicUrl = flags.as === undefined ? target.href.replace(/#.*$/, '') : completeUrl(flags.as, target.href);
  const innerUrl = flags.app === undefined ? undefined : readTarget(flags.app, flags).href;
  return {
    target,
    publicUrl,
    innerUrl,
    // One with spaces around it is a finding of its own, and signs without them.
    authToken: context.env.TWILIO_AUTH_TOKEN?.trim() || (await findToken(undefined, { ...context, env: {} })),
    schema,
    transport: httpTransport,
    signal: context.signal,
  };
}

function guessKind(path: string): string {
  return /voice|call|phone|ivr|answer/i.test(path) ? 'voice.incoming' : 'messaging.incoming';
}

const STYLES = { good: 'good', warning: 'warning', bad: 'bad' } as const;
const WORDS = { good: 'good', warning: 'look', bad: 'wrong' } as const;

function describe(findings: readonly DoctorFinding[], context: CommandContext): string {
  const paint = makePaint(context);
  const width = Math.max(...findings.map(({ check }) => check.length));
  const lines = findings.flatMap(({ check, verdict, message, advice }) => {
    const head = `${paint(STYLES[verdict], WORDS[verdict].padEnd(5))}  ${check.padEnd(width)}  ${makePrintable(message)}`;
    return advice === undefined ? [head] : [head, `${' '.repeat(width + 9)}${makePrintable(advice)}`];
  });
  const wrong = findings.filter(({ verdict }) => verdict === 'bad').length;
  const end = wrong === 0 ? paint('good', 'Nothing is wrong.') : paint('bad', `${wrong} of ${findings.length} things are wrong.`);
  return `${[...lines, '', end].join('\n')}\n`;
}
