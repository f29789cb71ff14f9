import * as z from 'zod';
import { CONTEXTS } from '../../../twiml/document/situation.js';
import { askCommand } from '../ask-command.js';
import { defineTool } from '../tool.js';
import { twimlText } from './twiml-text.js';

export const lintTwiml = defineTool({
  name: 'lint_twiml',
  title: 'Check a TwiML document',
  description:
    'Checks a TwiML document as Twilio would, without asking it. Answers with JSON: whether it is valid, and each finding with its place, Twilio’s error code and, where there is one, the fix.',
  input: {
    twiml: twimlText,
    document: z.enum(['voice', 'messaging', 'fax']).optional().describe('What it answers; otherwise that is guessed'),
    context: z.enum(CONTEXTS).optional().describe('What fetches it, where not every verb may stand'),
  },
  run: ({ twiml, document, context: place }, { context }) => {
    const flags = [...(document === undefined ? [] : ['--document', document]), ...(place === undefined ? [] : ['--context', place])];
    return askCommand({ args: ['lint', '--json', ...flags, '-'], input: twiml }, context);
  },
});
