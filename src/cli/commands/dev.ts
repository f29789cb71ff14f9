import type { Command } from 'commander';
import type { CommandContext, Finish } from '../context.js';
import { runDev } from '../dev/run-dev.js';
import type { DevFlags } from '../dev/settings.js';
import { readPort } from '../read-port.js';

const EXAMPLES = `
Examples:
  $ ringback dev -- npm run dev
  $ ringback dev --voice /api/voice --sms /api/sms -- node server.js
  $ ringback dev --app http://localhost:8000 --proxy
  $ ringback dev --session .ringback/sessions/2026-11-30T12-00-00.jsonl

The command runs as it is: what it asks of Twilio goes to the emulator, and nothing else goes to twilio.com. Webhooks go to the port that
it is seen to listen on. TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN and TWILIO_PHONE_NUMBER are set where they are not. With --proxy programs
that are not of Node are led too; the variables that do so are printed, and set for the command.

What happens is kept in .ringback/sessions. It ends when the command does, with its exit code, or with Ctrl+C.`;

/** `ringback dev`: an emulator of Twilio with a console, and an application under it. */
export function addDevCommand(program: Command, context: CommandContext, finish: Finish): void {
  program
    .command('dev')
    .summary('run your application with a Twilio of its own')
    .description('Runs an emulator of Twilio with a console in the browser, and your application under it, unchanged.')
    .argument('[command...]', 'what runs your application, behind --')
    .option('--app <url>', 'where your application listens')
    .option('--voice <path>', 'where calls go, as a path or a URL; /voice where nothing is said')
    .option('--sms <path>', 'where texts go; /sms where nothing is said')
    .option('--status <path>', 'where the end of calls is told')
    .option('--number <address>', 'a number of yours; may come several times', collect, [])
    .option('--config <file>', 'the configuration; ringback.config.ts, .js or .json where nothing is said')
    .option('--public-url <url>', 'the URL that your application thinks Twilio calls')
    .option('--port <number>', 'where the emulator and its console listen; 4080, or one that is free', readPort)
    .option('--host <address>', 'the address of this machine to listen on', '127.0.0.1')
    .option('--no-open', 'open no browser')
    .option('--session <file>', 'show what a session file holds')
    .option('--proxy', 'lead programs that are not of Node too')
    .option('--allow-remote', 'send webhooks and proxied requests to other machines too, though never to Twilio')
    .addHelpText('after', EXAMPLES)
    .action(async (command: readonly string[], flags: DevFlags) => finish(await runDev(flags, command, context)));
}

function collect(text: string, before: readonly string[]): readonly string[] {
  return [...before, text];
}
