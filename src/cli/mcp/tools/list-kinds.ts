import * as z from 'zod';
import { askCommand } from '../ask-command.js';
import { defineTool } from '../tool.js';

export const listKinds = defineTool({
  name: 'list_kinds',
  title: 'List the kinds of webhooks',
  description:
    'Lists the kinds of webhooks that Twilio sends, a line each: the id, the name of the zod schema that reads it, and what happened. Use it to find the schema for webhook().',
  input: {
    pattern: z
      .string()
      .max(100)
      .optional()
      .describe('Which ones: words to look for, such as "recording", or an id with *, such as "voice.*"'),
  },
  async run({ pattern }, { context }) {
    const answer = await askCommand({ args: ['kinds', ...(pattern === undefined ? [] : ['--', pattern])] }, context);
    // Columns are for eyes; without them all kinds fit into one answer.
    return { ...answer, text: answer.text.replaceAll(/ {2,}/g, '  ') };
  },
});
