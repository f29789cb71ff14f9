import { isElement, type TwimlNode } from '../../node.js';
import type { Rule } from '../rule.js';

const BASIC = 4096;
const POLLY = 3000;
const GOOGLE = 5000;
const ENCODED = 4500;

export const sayLength: Rule<'say-length'> = {
  id: 'say-length',
  severity: 'warning',
  codes: [13521],
  text: '`<Say>` takes 4096 characters with the basic voices, 3000 with those of Amazon Polly and 5000 with those of Google.',
  trips: `<Response><Say voice="Polly.Joanna">${'Hello. '.repeat(430)}</Say></Response>`,
  passes: `<Response><Say voice="Polly.Joanna">${'Hello. '.repeat(42)}</Say></Response>`,
  tags: ['Say'],
  element(element) {
    const voice = element.attribute('voice')?.trim() ?? '';
    const limit = voice.startsWith('Polly.') ? POLLY : voice.startsWith('Google.') ? GOOGLE : BASIC;
    const text = spokenText(element.node).trim();
    if (text.length <= POLLY && text.length * 9 <= ENCODED) return undefined;
    if (text.length > limit) {
      const message = `<Say> takes ${limit} characters with ${voice === '' ? 'the basic voices' : voice.slice(0, 40)}; this one has ${text.length}.`;
      return { message: `${message} Split it into several.`, content: true };
    }
    const encoded = encodeURIComponent(text.replace(/\p{Surrogate}/gu, '?')).replaceAll('%20', '+').length;
    if (encoded <= ENCODED || limit === GOOGLE) return undefined;
    return {
      message: `The text of <Say> takes ${encoded} characters in a URL; Twilio names ${ENCODED} as a limit.`,
      content: true,
      severity: 'info',
    };
  },
};

/** The text with that of the marks in it, but not the marks. */
function spokenText(node: TwimlNode): string {
  let text = '';
  const open: (TwimlNode | string)[] = [node];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next === 'string') text += next;
    else for (const child of next.children.toReversed()) if (typeof child === 'string' || isElement(child)) open.push(child);
  }
  return text;
}
