import { join } from 'node:path';
import { hideSecrets } from '../../delivery/secrets.js';
import { readAccount } from '../dev/project-folder.js';
import { readSharedKeys } from '../secrets.js';
import { limitText } from './limit-text.js';
import { McpServer } from './sdk.js';
import type { Tool, Workplace } from './tool.js';
import { explainError } from './tools/explain-error.js';
import { explainSignature } from './tools/explain-signature.js';
import { formatTwiml } from './tools/format-twiml.js';
import { lintTwiml } from './tools/lint-twiml.js';
import { listKinds } from './tools/list-kinds.js';
import { readTimeline } from './tools/read-timeline.js';
import { runCall } from './tools/run-call.js';
import { showKind } from './tools/show-kind.js';

/** Every tool, in the order in which an assistant is told of them. */
export const tools: readonly Tool[] = [listKinds, showKind, lintTwiml, formatTwiml, explainSignature, explainError, runCall, readTimeline];

const INSTRUCTIONS = `ringback answers Twilio's webhooks in TypeScript: webhook(Schema, options, handler) verifies the signature, reads the payload and
checks the reply; voiceResponse() and messagingResponse() of 'ringback' build TwiML. Look up a kind of webhook (list_kinds, show_kind) before you
write its handler, check TwiML by lint_twiml, and try what you have written by run_call. Never turn verification of signatures off.`;

/** Makes the server, which is not connected to anything yet. */
export function createMcpServer(workplace: Workplace): McpServer {
  const server = new McpServer({ name: 'ringback', version: workplace.context.version }, { instructions: INSTRUCTIONS });
  for (const { name, title, description, input, readOnly = true, run } of tools) {
    const annotations = { readOnlyHint: readOnly, destructiveHint: false, openWorldHint: false };
    server.registerTool(name, { title, description, inputSchema: input, annotations }, async (given, { signal }) => {
      const place = await findToken(workplace);
      const { text, failed } = await run(given, place, signal);
      return { content: [{ type: 'text', text: limitText(hideSecrets(text, listSecrets(place))) }], isError: failed };
    });
  }
  return server;
}

/** Where no token is set, the one that `ringback dev` has made for the project. It may come while the server runs. */
async function findToken(workplace: Workplace): Promise<Workplace> {
  const { context, project } = workplace;
  if (context.env.TWILIO_AUTH_TOKEN) return workplace;
  const account = await readAccount(join(project, '.ringback'));
  if (account === undefined) return workplace;
  return { ...workplace, context: { ...context, env: { ...context.env, TWILIO_AUTH_TOKEN: account.authToken } } };
}

/** What an application may repeat, and no assistant is to read. */
function listSecrets({ context }: Workplace): readonly (string | undefined)[] {
  return [context.env.TWILIO_AUTH_TOKEN, ...readSharedKeys([], context).map(({ secret }) => secret)];
}
