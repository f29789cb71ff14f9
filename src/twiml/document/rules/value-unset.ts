import type { Finding, Rule } from '../rule.js';
import { hostOf } from '../values/url.js';

/** What programs write for a value that they do not have. */
const UNSET = /^(?:undefined|null|NaN|None|nil)$/;
const OBJECT = /\[object [A-Z][A-Za-z]{1,40}\]/;

export const valueUnset: Rule<'value-unset'> = {
  id: 'value-unset',
  severity: 'info',
  codes: [],
  text: 'No value is what a program writes for one that it does not have: `undefined`, `null`, `NaN`, `[object Object]`.',
  trips: '<Response><Redirect>https://undefined/next</Redirect></Response>',
  passes: '<Response><Redirect>https://example.com/next</Redirect></Response>',
  element({ text, declaration, name }) {
    if (declaration?.text === undefined && !['Redirect', 'Play'].includes(name)) return undefined;
    const found = findUnset(text) ?? (PROSE.has(name) ? MISSING_WORD.exec(text.slice(0, 10_000))?.[0] : undefined);
    return found === undefined ? undefined : { ...describe(`<${name}>`, found), content: true };
  },
  attribute({ known, value, kind }, { name }) {
    // Values of other types do not fit, and are reported for that.
    const found = kind?.type === 'url' || kind?.type === 'text' || kind?.type === 'phone' ? findUnset(value) : undefined;
    return found === undefined ? undefined : describe(`${known} of <${name}>`, found);
  },
};

/** In a sentence, `null` may be meant. */
const PROSE: ReadonlySet<string> = /* @__PURE__ */ new Set(['Say', 'Message', 'Body', 'Sms']);
const MISSING_WORD = /\b(?:undefined|NaN)\b/;

/** The text as a whole, or a part of an address: words in a sentence may be meant. */
function findUnset(written: string): string | undefined {
  const text = written.trim();
  const object = OBJECT.exec(text)?.[0];
  if (object !== undefined || UNSET.test(text)) return object ?? text;
  if (text.length > 2000 || !/^(?:[a-z]+:\/\/|\/)\S*$/i.test(text)) return undefined;
  const host = hostOf(text);
  if (host !== undefined && UNSET.test(host)) return host;
  return text.split(/[/?&=#]/).find((part) => /^(?:undefined|NaN|\[object%20Object\])$/.test(part));
}

function describe(where: string, found: string): Finding {
  return { message: `${where} has "${found}", which a program writes when it has no value. Look where it comes from.` };
}
