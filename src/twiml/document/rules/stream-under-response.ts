import type { LintElement } from '../lint-element.js';
import type { Finding, Rule } from '../rule.js';

export const streamUnderResponse: Rule<'stream-under-response'> = {
  id: 'stream-under-response',
  severity: 'warning',
  codes: [12200],
  text: 'Verbs stand directly under `<Response>`; nouns such as `<Stream>` and `<Number>` stand in their verbs.',
  trips: '<Response><Stream url="wss://example.com/s"/></Response>',
  passes: '<Response><Connect><Stream url="wss://example.com/s"/></Connect></Response>',
  tags: ['Prompt'],
  // Twilio's libraries offer it as a verb; its page describes it in <Pay> alone.
  element: (prompt) =>
    prompt.parent !== undefined && prompt.parent.parent === undefined ? describePrompt(prompt, prompt.parent) : undefined,
  misplaced({ placement, parent, name }) {
    if (placement !== 'misplaced' || parent === undefined || parent.parent !== undefined) return undefined;
    const verb = VERBS[name];
    return {
      message: `<${name}> does not stand directly under <Response>${verb === undefined ? '' : `, but in ${verb}`}. Twilio ignores it.`,
    };
  },
};

function describePrompt(prompt: LintElement, { children, isTemplated }: LintElement): Finding {
  const message = '<Prompt> belongs into <Pay>: what stands directly under <Response> goes with no payment.';
  const index = children.indexOf(prompt);
  const pay = children[index - 1];
  if (pay?.name !== 'Pay' || pay.children.length > 0 || isTemplated) return { message };
  const behind = children.slice(index);
  const others = behind.findIndex(({ name }) => name !== 'Prompt');
  const upTo = (others === -1 ? behind.at(-1) : behind[others - 1]) ?? prompt;
  return { message, repair: { into: pay, upTo } };
}

const VERBS: Readonly<Record<string, string>> = {
  Application: '<Dial>',
  Body: '<Message>',
  Client: '<Dial>',
  Conference: '<Dial>',
  ConversationRelay: '<Connect>',
  Media: '<Message>',
  Number: '<Dial>',
  Recording: '<Start>',
  Sim: '<Dial>',
  Sip: '<Dial> or <Refer>',
  Siprec: '<Start>',
  Stream: '<Start> or <Connect>',
  Task: '<Enqueue>',
  Transcription: '<Start>',
  WhatsApp: '<Dial>',
};
