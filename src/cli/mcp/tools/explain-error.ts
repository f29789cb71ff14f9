import * as z from 'zod';
import { askCommand } from '../ask-command.js';
import { defineTool } from '../tool.js';

export const explainError = defineTool({
  name: 'explain_error',
  title: 'Explain an error code of Twilio',
  description: 'Tells what an error code of Twilio means, why it happens and what to do; or finds codes by words of their title or cause.',
  input: { query: z.string().min(1).max(100).describe('A code, such as "11200", several of them, or words, such as "not reachable"') },
  run: ({ query }, { context }) => askCommand({ args: ['error', '--', ...query.trim().split(/[\s,]+/)] }, context),
});
