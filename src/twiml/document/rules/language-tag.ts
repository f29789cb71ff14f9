import { type ListedName, listedValues } from '../../values/index.js';
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
  attribute({ known, value, kind }, element) {
    const isLanguage = ATTRIBUTES[element.name]?.includes(known) === true && value.trim() !== 'multi' && !isTemplate(value);
    return isLanguage ? checkLanguage(element, known, value.trim(), kind?.listed) : undefined;
  },
};

function checkLanguage({ name }: LintElement, attribute: string, language: string, listed: ListedName | undefined): Finding | undefined {
  const isTag = TAG.test(language);
  const isListedTag = listed !== undefined && isListed(listed, language);
  const needsRegion = name === 'Gather' && !language.includes('-');
  if (isListedTag || (isTag && listed === undefined)) return undefined;
  const meant = findLanguage(language, listed);
  const hint = meant === undefined ? '' : ` Did you mean "${meant}"?`;
  const repair = meant === undefined ? undefined : { value: meant };
  // New languages come more often than new versions of this package.
  if (isTag && !needsRegion)
    return repair && { message: `"${language}" is a new language of <${name}>, or none.${hint}`, severity: 'info', repair };
  const isVoice = /^(?:Polly|Google|ElevenLabs)\.\S/i.test(language);
  const advice = isVoice ? ' That is a voice: it goes into voice.' : hint;
  const message = `${attribute} of <${name}> takes a language tag such as en-US; found "${language.slice(0, 40)}".${advice}`;
  return { message, code: name === 'Gather' ? (isTag ? 13512 : 13331) : 12200, repair };
}

/** The language in the right case and with hyphens, or nearly. */
function findLanguage(language: string, listed: ListedName | undefined): string | undefined {
  const tag = language.replaceAll('_', '-');
  const known = listed === undefined ? [] : listedValues[listed];
  const same = known.find((other) => other.toLowerCase() === tag.toLowerCase());
  return same ?? (TAG.test(tag) && tag !== language ? tag : undefined);
}
