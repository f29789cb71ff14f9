import * as z from 'zod';
import { askCommand } from '../ask-command.js';
import { defineTool } from '../tool.js';

export const showKind = defineTool({
  name: 'show_kind',
  title: 'Show a kind of webhook',
  description:
    'Tells all about one kind of webhook: its import, what may be answered and how fast, every parameter with its type and meaning, and a sample.',
  input: {
    kind: z.string().max(100).describe('The id, such as "voice.gather", or the name of the schema, such as "IncomingMessage"'),
  },
  run: ({ kind }, { context }) => askCommand({ args: ['show', '--', kind] }, context),
});
