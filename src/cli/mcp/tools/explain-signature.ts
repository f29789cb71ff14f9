import * as z from 'zod';
import { askCommand } from '../ask-command.js';
import { defineTool } from '../tool.js';

export const explainSignature = defineTool({
  name: 'explain_signature',
  title: 'Explain why a signature is refused',
  description:
    'Says why the X-Twilio-Signature of a request is refused (HTTP 403), what it would be right for, and what to change. The auth token is that of TWILIO_AUTH_TOKEN in the environment of this server, else the one that `ringback dev` has made for the project; never ask anybody for it.',
  input: {
    request: z.string().max(1_000_000).describe('The request: raw HTTP ("POST /sms HTTP/1.1", headers, body), a curl command, or a HAR'),
    publicUrl: z.string().max(2000).optional().describe('The URL that Twilio called, where the request shows another one'),
  },
  run: ({ request, publicUrl }, { context }) =>
    askCommand({ args: ['explain', ...(publicUrl === undefined ? [] : [`--as=${publicUrl}`]), '-'], input: request }, context),
});
