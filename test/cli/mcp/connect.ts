import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import type { CommandContext } from '../../../src/cli/context.js';
import { createMcpServer } from '../../../src/cli/mcp/create-server.js';
import type { Workplace } from '../../../src/cli/mcp/tool.js';

/** What a tool has answered. */
export interface Answer {
  readonly text: string;
  readonly failed: boolean;
}

/** Asks the tools as an assistant does. */
export interface Assistant {
  readonly client: Client;
  ask(tool: string, input?: Record<string, unknown>): Promise<Answer>;
}

/** Connects the official client with a server of this process. */
export async function connect(workplace: Partial<Workplace> & { readonly env?: CommandContext['env'] } = {}): Promise<Assistant> {
  const { env = {}, ...given } = workplace;
  const context: CommandContext = {
    env,
    version: '1.2.3',
    colours: false,
    signal: new AbortController().signal,
    stdin: (async function* () {})(),
    stdout: { write: refuse },
    stderr: { write: refuse },
    readMeanings: async () => undefined,
  };
  const server = createMcpServer({ context, project: '/nowhere', allowed: [], ...given });
  const client = new Client({ name: 'test', version: '1.0.0' });
  const [ours, theirs] = InMemoryTransport.createLinkedPair();
  await Promise.all([server.connect(ours), client.connect(theirs)]);
  return { client, ask: (tool, input = {}) => askBy(client, tool, input) };
}

/** Asks a tool. @returns Its text, which every answer is. */
export async function askBy(client: Client, tool: string, input: Record<string, unknown>): Promise<Answer> {
  const { content, isError } = (await client.callTool({ name: tool, arguments: input })) as {
    readonly content: readonly { readonly type: string; readonly text: string }[];
    readonly isError?: boolean;
  };
  return { text: content.map(({ text }) => text).join(''), failed: isError === true };
}

/** The output of the process is the protocol's. */
function refuse(text: string): never {
  throw new Error(`Nothing else may be written, and this was: ${text}`);
}
