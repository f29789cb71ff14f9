import type { Rule } from '../rule.js';

/** What an element without its text lacks, and how Twilio calls that. Elements with a rule of their own are not here. */
const MISSING: Readonly<Record<string, readonly [what: string, code: number | undefined]>> = {
  Number: ['the number to dial', 13223],
  Conference: ['the name of the conference', 13237],
  WhatsApp: ['the number to call', 13223],
  Sim: ['the SID of the SIM', undefined],
  Room: ['the name of the room', undefined],
  Autopilot: ['the name of the assistant', undefined],
  Identity: ['the identity of the client', undefined],
  Media: ['the URL of the file', 21620],
  Task: ['the attributes of the task, as JSON', 14221],
  BillingReferenceTag: ['the tag', 13110],
};

/** Those of the codes that Twilio calls errors. */
const ERRORS = [13110, 14221, 21620];

export const textMissing: Rule<'text-missing'> = {
  id: 'text-missing',
  severity: 'warning',
  codes: [],
  text: 'An element has the text that it means nothing without: a number, a name, a URL.',
  trips: '<Response><Dial><Conference></Conference></Dial></Response>',
  passes: '<Response><Dial><Conference>Room 1</Conference></Dial></Response>',
  tags: [
    'Number',
    'Conference',
    'WhatsApp',
    'Sim',
    'Room',
    'Autopilot',
    'Identity',
    'Media',
    'Task',
    'BillingReferenceTag',
    'Play',
    'Client',
    'Sip',
    'Uri',
  ],
  element(element) {
    const { name, text } = element;
    if (text !== '') return undefined;
    if (name === 'Play' && element.attribute('digits') === undefined)
      return { message: '<Play> needs the URL of a file as its text, or digits to play.', code: 11100, severity: 'error' };
    if (name === 'Client' && element.childrenOf('Identity').length === 0)
      return { message: '<Client> needs an identity: as its text, or in <Identity>.' };
    if (name === 'Sip' && element.childrenOf('Uri').length === 0 && element.parent?.name !== 'Refer')
      return { message: '<Sip> needs a SIP URI: as its text, or in <Uri>.', code: 13243 };
    const [what, code] = MISSING[name] ?? [];
    if (what === undefined) return undefined;
    return {
      message: `<${name}> needs ${what} as its text, and is empty.`,
      code,
      severity: code !== undefined && ERRORS.includes(code) ? 'error' : undefined,
    };
  },
};
