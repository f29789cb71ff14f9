import { type Command, Option } from 'commander';
import { tunnelNames } from '../../line/tunnels/open-tunnel.js';
import { collect } from '../collect.js';
import type { CommandContext, Finish } from '../context.js';
import { runDev } from '../dev/run-dev.js';
import type { DevFlags } from '../dev/settings.js';
import { fillLines } from '../help-text.js';
import { readPort } from '../read-port.js';

const EXAMPLES = `
Examples:
  $ ringback dev -- npm run dev
  $ ringback dev --voice /api/voice --sms /api/sms -- node server.js
  $ ringback dev --app http://localhost:8000 --proxy
  $ ringback dev --line +15550001111 -- npm run dev
  $ ringback dev --session .ringback/sessions/2026-11-30T12-00-00.jsonl

The command runs as it is: what it asks of Twilio goes to the emulator, and nothing else goes to twilio.com. Webhooks go to the port that
it is seen to listen on. TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN and TWILIO_PHONE_NUMBER are set where they are not. With --proxy programs
that are not of Node are led too; the variables that do so are printed, and set for the command.

With --line real calls and messages come to the command too. What it asks of Twilio then goes to Twilio itself, with the account of the
environment: it costs what it costs.

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
    .option('--line <place>', 'lead real calls and messages here, as `ringback line` does; may come several times', collect)
    .addOption(new Option('--tunnel <name>', 'which tunnel to open for --line').choices([...tunnelNames]))
    .option('--tunnel-url <url>', 'the public URL of a tunnel that is open already, and leads to --line-port')
    .option('--line-port <number>', 'where --line listens; 8080 with --tunnel-url, else any that is free', readPort)
    .option('--basic-auth [name:password]', 'put a name and a password into the URLs of --line, and let nobody in without')
    .option('--yes', 'with --line: overwrite URLs that somebody may be using')
    .option('--allow-remote', 'send webhooks and proxied requests to other machines too, though never to Twilio')
    .addHelpText('after', fillLines(EXAMPLES))
    .action(async (command: readonly string[], flags: DevFlags) => finish(await runDev(flags, command, context)));
}
