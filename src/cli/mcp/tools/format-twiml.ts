import { askCommand } from '../ask-command.js';
import { defineTool } from '../tool.js';
import { twimlText } from './twiml-text.js';

export const formatTwiml = defineTool({
  name: 'format_twiml',
  title: 'Format a TwiML document',
  description: 'Writes a TwiML document with a line for each element. Text that is spoken or sent stays as it is.',
  input: { twiml: twimlText },
  run: ({ twiml }, { context }) => askCommand({ args: ['format', '-'], input: twiml }, context),
});
