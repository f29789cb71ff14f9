import * as z from 'zod';
import { completeLocalUrl, isLoopback } from '../../../delivery/loopback.js';
import { ANSWERINGS } from '../../call/act.js';
import { askCommand } from '../ask-command.js';
import { defineTool, type ToolAnswer } from '../tool.js';

/** Waiting takes no time in a call, so that one of this length is an application that does not answer. */
const LONGEST_MS = 120_000;

const step = z
  .string()
  .max(1000)
  .regex(/^[^\r\n]*$/, 'One step has one line');

export const runCall = defineTool({
  name: 'run_call',
  title: 'Call an application',
  description:
    'Calls an application that runs on this machine, as a person would, over an emulator of Twilio: it runs the TwiML that is answered, follows its URLs, and sends every webhook signed. No account, no telephone, no cost, and no time is lost with waiting. Answers with what was said, every webhook, and what Twilio would complain of.',
  input: {
    url: z.string().max(2000).describe('What answers incoming calls, such as "http://localhost:3000/voice"'),
    steps: z
      .array(step)
      .max(100)
      .default([])
      .describe(
        'What the caller does, in turn: "press 42", "say sales, please", "record call me back", "silence", "hangup"; and "expect Thank you" for what must be heard',
      ),
    dial: z.enum(ANSWERINGS).default('answer').describe('What those do whom the application dials'),
    publicUrl: z.string().max(2000).optional().describe('The URL that Twilio would call and sign, where the application knows another one'),
    from: z.string().max(200).optional().describe('Who calls, such as "+14155550100" or "client:ada"'),
    to: z.string().max(200).optional().describe('The number that is called'),
    seed: z.int().min(0).optional().describe('Makes the same call once more'),
    details: z.boolean().default(false).describe('Answer with JSON: every webhook with its parameters and the TwiML of its answer'),
  },
  readOnly: false,
  async run({ url, steps, dial, publicUrl, from, to, seed, details }, { context, allowed }, signal) {
    const target = completeLocalUrl(url);
    if (!URL.canParse(target)) return refuse(`Expected a URL such as http://localhost:3000/voice, got ${JSON.stringify(url)}.`);
    const { origin, hostname, protocol } = new URL(target);
    const isHere = isLoopback(new URL(target));
    if (!isHere && !allowed.includes(origin)) {
      return refuse(
        `${protocol}//${hostname} is not this machine. Whoever starts this server can let calls go there: ringback mcp --allow ${origin}`,
      );
    }
    const options = Object.entries({ as: publicUrl, from, to, seed }).flatMap(([name, value]) =>
      value === undefined ? [] : [`--${name}=${value}`],
    );
    const flags = [...(details ? ['--json'] : []), ...(isHere ? [] : ['--allow-remote'])];
    return askCommand(
      {
        args: ['call', target, '--script', '-', ...options, ...flags],
        input: [...steps, `dial ${dial}`].join('\n'),
        signal: AbortSignal.any([signal, AbortSignal.timeout(LONGEST_MS)]),
      },
      context,
    );
  },
});

function refuse(text: string): ToolAnswer {
  return { text, failed: true };
}
