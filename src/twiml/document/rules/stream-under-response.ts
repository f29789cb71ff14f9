import type { Rule } from '../rule.js';

export const streamUnderResponse: Rule<'stream-under-response'> = {
  id: 'stream-under-response',
  severity: 'warning',
  codes: [12200],
  text: 'Verbs stand directly under `<Response>`; nouns such as `<Stream>` and `<Number>` stand in their verbs.',
  trips: '<Response><Stream url="wss://example.com/s"/></Response>',
  passes: '<Response><Connect><Stream url="wss://example.com/s"/></Connect></Response>',
  tags: ['Prompt'],
  element({ parent }) {
    // Twilio's libraries offer it as a verb; its page describes it in <Pay> alone.
    if (parent === undefined || parent.parent !== undefined) return undefined;
    return { message: '<Prompt> belongs into <Pay>: what stands directly under <Response> goes with no payment.' };
  },
  misplaced({ placement, parent, name }) {
    if (placement !== 'misplaced' || parent === undefined || parent.parent !== undefined) return undefined;
    const verb = VERBS[name];
    return {
      message: `<${name}> does not stand directly under <Response>${verb === undefined ? '' : `, but in ${verb}`}. Twilio ignores it.`,
    };
  },
};

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
