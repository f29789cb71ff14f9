import { once } from 'node:events';
import { resolve } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { pageUrl } from '../../site.js';
import type { CommandContext, Finish } from '../context.js';
import { fillLines } from '../help-text.js';
import { createMcpServer } from '../mcp/create-server.js';
import { StdioServerTransport } from '../mcp/sdk.js';

const EXAMPLES = `
Examples:
  $ ringback mcp
  $ ringback mcp --project ~/code/shop
  $ ringback mcp --allow https://staging.example.com

An assistant starts it, and talks to it by its standard input and output. ${pageUrl('assistants')} tells how to set it up.

Calls go to servers of this machine alone, unless --allow names another. The auth token is that of TWILIO_AUTH_TOKEN, and is never
printed.`;

interface McpFlags {
  readonly project: string;
  readonly allow: readonly string[];
}

/** `ringback mcp`: a server of the Model Context Protocol, for coding assistants. */
export function addMcpCommand(program: Command, context: CommandContext, finish: Finish): void {
  program
    .command('mcp')
    .summary('give a coding assistant tools for Twilio webhooks')
    .description(
      'Runs a server of the Model Context Protocol, by which a coding assistant looks up webhooks, checks TwiML and calls your application.',
    )
    .option('--project <folder>', 'where `ringback dev` keeps its sessions', '.')
    .option(
      '--allow <origin>',
      'let calls go to another machine too, and where its documents lead; may come several times',
      collectOrigin,
      [],
    )
    .addHelpText('after', fillLines(EXAMPLES))
    .action(async ({ project, allow }: McpFlags) => {
      const server = createMcpServer({ context, project: resolve(project), allowed: allow });
      const { signal } = context;
      // The assistant ends it by closing its input.
      const end = Promise.race([once(process.stdin, 'close'), ...(signal.aborted ? [undefined] : [once(signal, 'abort')])]);
      await server.connect(new StdioServerTransport());
      await end;
      await server.close();
      finish(0);
    });
}

function collectOrigin(text: string, before: readonly string[]): readonly string[] {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol))
    throw new InvalidArgumentError('Expected an origin such as https://example.com.');
  return [...before, url.origin];
}
