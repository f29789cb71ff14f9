import type { LintElement } from '../lint-element.js';
import type { Finding, Rule } from '../rule.js';
import { isListed } from '../values/enumeration.js';
import { isTemplate } from '../values/template.js';

/** Where languages stand, by tag. Speech recognition needs a region with most languages; speech does not. */
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  Say: ['language'],
  Gather: ['language'],
  Pay: ['language'],
  lang: ['xml:lang'],
  Transcription: ['languageCode'],
  ConversationRelay: ['language', 'ttsLanguage', 'transcriptionLanguage'],
  Language: ['code'],
};

const TAG = /^[A-Za-z]{2,3}(?:-[A-Za-z\d]{2,8})*$/;

export const languageTag: Rule<'language-tag'> = {
  id: 'language-tag',
  severity: 'warning',
  codes: [12200, 13331, 13512],
  text: 'A language is a tag such as `en-US`; `<Gather>` needs the region, too.',
  trips: '<Response><Gather input="speech" action="/a" language="en"/><Hangup/></Response>',
  passes: '<Response><Gather input="speech" action="/a" language="en-GB"/><Hangup/></Response>',
  tags: ['Say', 'Gather', 'Pay', 'lang', 'Transcription', 'ConversationRelay', 'Language'],
  element(element) {
    return (ATTRIBUTES[element.name] ?? []).flatMap((attribute) => checkLanguage(element, attribute) ?? []);
  },
};

function checkLanguage(element: LintElement, attribute: string): Finding | undefined {
  const value = element.attribute(attribute)?.trim();
  if (value === undefined || value === 'multi' || isTemplate(value)) return undefined;
  const gather = element.name === 'Gather';
  if (TAG.test(value) && (!gather || value.includes('-') || isListed('gatherLanguages', value))) return undefined;
  const meant = TAG.test(value.replaceAll('_', '-')) && value.includes('_') ? value.replaceAll('_', '-') : undefined;
  const hint = meant === undefined ? '' : ` Did you mean "${meant}"?`;
  const message = `${attribute} of <${element.name}> takes a language tag such as en-US; found "${value.slice(0, 40)}".${hint}`;
  return {
    message,
    attribute,
    code: gather ? (TAG.test(value) ? 13512 : 13331) : 12200,
    repair: meant === undefined ? undefined : { value: meant },
  };
}
