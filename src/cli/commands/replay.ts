import type { Command } from 'commander';
import { realClock } from '../../delivery/clock.js';
import type { Cookies } from '../../delivery/cookies.js';
import { signContent } from '../../delivery/delivery.js';
import { exchange } from '../../delivery/exchange.js';
import { httpTransport } from '../../delivery/http.js';
import { kindSchema } from '../../delivery/kind.js';
import { asFolder, makeRouter } from '../../delivery/route.js';
import type { SessionEvent } from '../../emulator/session/format.js';
import { type WebhookKind, webhookKinds } from '../../payloads/index.js';
import type { CommandContext, Finish } from '../context.js';
import { describeExchange } from '../describe-exchange.js';
import { fillLines } from '../help-text.js';
import { readSessionFile } from '../read-session-file.js';
import { findToken } from '../signing-token.js';

const EXAMPLES = `
Examples:
  $ ringback replay .ringback/sessions/2026-11-30T12-00-00.jsonl
  $ ringback replay session.jsonl --app http://localhost:3000 --kind voice.gather

Every webhook is sent again as it was, signed anew, in the order in which it came; what is answered is looked at and not carried out.`;

interface ReplayFlags {
  readonly app?: string;
  readonly kind?: string;
  readonly call?: string;
  readonly authToken?: string;
  readonly allowRemote?: true;
  readonly json?: true;
}

type WebhookEvent = Extract<SessionEvent, { readonly type: 'webhook' }>;

/** `ringback replay`: sends the webhooks of a session again. */
export function addReplayCommand(program: Command, context: CommandContext, finish: Finish): void {
  program
    .command('replay')
    .summary('send the webhooks of a session again')
    .description('Sends the webhooks that a session file holds to your application again.')
    .argument('<file>', 'a session file, or - for the standard input')
    .option('--app <url>', 'where the application listens; where it was, where nothing is said')
    .option('--kind <id>', 'only webhooks of this kind, such as voice.gather')
    .option('--call <sid>', 'only webhooks of this call')
    .option('--auth-token <token>', 'what signs; TWILIO_AUTH_TOKEN, or that of the project, where nothing is said')
    .option('--allow-remote', 'send to another machine too')
    .option('--json', 'print what a program reads')
    .addHelpText('after', fillLines(EXAMPLES))
    .action(async (name: string, flags: ReplayFlags) => {
      const session = await readSessionFile(name, context);
      const { settings } = session;
      const app = flags.app ?? settings.app;
      // Where the server's own URL was signed, that of the other is now.
      const publicUrl = settings.publicUrl === settings.app ? app : settings.publicUrl;
      const authToken = await findToken(flags.authToken, context);
      const router = makeRouter(asFolder(app), asFolder(publicUrl), flags);
      const cookies: Cookies = new Map();
      let isGood = true;
      for (const event of session.events.filter((one) => isWanted(one, flags))) {
        const { kind, method, target, parameters } = event as WebhookEvent;
        const route = router.resolve(
          target.startsWith(settings.publicUrl) ? publicUrl + target.slice(settings.publicUrl.length) : target,
          router.first,
        );
        const sign = (url: string, redirected?: 'GET') =>
          signContent(parameters, {
            url,
            method: redirected ?? (method === 'GET' ? 'GET' : 'POST'),
            authToken,
            idempotencyToken: `replay-${event.seq}`,
          });
        const outgoing = { schema: kindSchema(kind as WebhookKind), parameters, route, sign };
        const found = await exchange(outgoing, { router, transport: httpTransport, clock: realClock }, cookies);
        isGood &&= found.findings.every(({ severity }) => severity !== 'error');
        context.stdout.write(
          flags.json ? `${JSON.stringify({ replayOf: event.seq, ...found })}\n` : `${describeExchange(found, context)}\n\n`,
        );
      }
      finish(isGood ? 0 : 1);
    });
}

function isWanted(event: SessionEvent, { kind, call }: ReplayFlags): boolean {
  if (event.type !== 'webhook' || !(webhookKinds as readonly string[]).includes(event.kind)) return false;
  return (kind === undefined || event.kind === kind) && (call === undefined || event.callSid === call);
}
