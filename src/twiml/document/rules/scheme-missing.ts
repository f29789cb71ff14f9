import type { Finding, Rule } from '../rule.js';
import { isTemplate } from '../values/template.js';
import { hostOf } from '../values/url.js';

export const schemeMissing: Rule<'scheme-missing'> = {
  id: 'scheme-missing',
  severity: 'info',
  codes: [],
  text: 'A URL that names its host begins with `https://`. Without it, `example.com/next` is a path of the server that the document came from.',
  trips: '<Response><Redirect>www.example.com/next</Redirect></Response>',
  passes: '<Response><Redirect>https://www.example.com/next</Redirect></Response>',
  tags: ['Redirect', 'Play', 'Media'],
  element({ name, text }) {
    const finding = describe(`<${name}>`, text.trim());
    return finding === undefined ? undefined : { ...finding, content: true };
  },
  attribute({ known, value, kind }, { name }) {
    return kind?.type === 'url' ? describe(`${known} of <${name}>`, value.trim()) : undefined;
  },
};

/** Endings of names of hosts, without those that are endings of files or of scripts, too. */
const HOST_ALONE =
  /^(?:[a-z\d-]{1,63}\.){1,8}(?:ai|app|biz|cloud|co|com|de|dev|fr|in|info|io|me|net|online|org|site|tech|uk|us|xyz)(?=[/:?#]|$)/i;
const WITH_WWW = /^www\.[a-z\d.-]{1,200}(?=[/:?#]|$)/i;

function describe(where: string, url: string): Finding | undefined {
  if (isTemplate(url) || url.length > 2_000) return undefined;
  const host = (HOST_ALONE.exec(url) ?? WITH_WWW.exec(url))?.[0];
  if (host !== undefined) {
    return {
      message: `${where} begins with ${host.slice(0, 60)} and no scheme, which makes it a path beside this document. Write the scheme in front, such as https://.`,
    };
  }
  const twice = /^(?:https?|wss?)$/i.test(hostOf(url) ?? '');
  return twice ? { message: `${where} has a scheme where its host is due: it is there twice.` } : undefined;
}
