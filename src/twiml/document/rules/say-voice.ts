import { listedValues } from '../../values/index.js';
import { findMeant, type Meant } from '../misspelling.js';
import type { Rule } from '../rule.js';
import { TABLES_DATE } from '../tables-date.js';
import { isListed } from '../values/enumeration.js';
import { isTemplate } from '../values/template.js';

/** A language, with or without its region. */
const LANGUAGE = /^(?:[a-z]{2}|[a-z]{2,3}[-_][a-z]{2,4})$/i;

/** A provider and a name of its own; there are new ones every week. */
const OF_PROVIDER = /^[A-Za-z][\w-]*\.\S+$/;

export const sayVoice: Rule<'say-voice'> = {
  id: 'say-voice',
  severity: 'warning',
  codes: [13511, 13321],
  text: 'A voice of `<Say>` is `man`, `woman`, or a provider and the name of its voice, such as `Polly.Joanna`.',
  trips: '<Response><Say voice="robot">Hello</Say></Response>',
  passes: '<Response><Say voice="Google.en-US-Standard-C">Hello</Say></Response>',
  tags: ['Say'],
  element(element) {
    const voice = element.attribute('voice')?.trim();
    if (voice === undefined || isListed('sayVoices', voice) || isTemplate(voice)) return undefined;
    const meant = findVoice(voice);
    const hint = meant === undefined ? '' : ` Did you mean "${meant.name}"?`;
    const attribute = 'voice';
    const repair = meant?.isMisspelling === true ? { value: meant.name } : undefined;
    const found = voice.slice(0, 60);
    if (OF_PROVIDER.test(voice)) {
      const message = `ringback's table of ${TABLES_DATE} does not know the voice "${found}".${hint}`;
      return meant && { message, attribute, repair, severity: 'info' };
    }
    const language = meant === undefined && LANGUAGE.test(voice) ? ` "${found}" is a language: it goes into language.` : hint;
    const message = `voice of <Say> takes man, woman, or a provider and its voice, such as Polly.Joanna; found "${found}".${language}`;
    return { message, attribute, code: element.parent?.name === 'Gather' ? 13321 : 13511, repair };
  },
};

/** The voice that was probably meant. Only those of about the same length are compared: there are more than a thousand. */
function findVoice(voice: string): Meant | undefined {
  const voices = listedValues.sayVoices;
  const polly = voices.find((known) => known.toLowerCase() === `polly.${voice.toLowerCase()}`);
  if (polly !== undefined) return { name: polly, isMisspelling: true };
  const provider = voice.slice(0, voice.indexOf('.') + 1);
  // What ElevenLabs calls its voices are random letters, each another voice.
  if (provider === 'ElevenLabs.') return undefined;
  const near = voices.filter(
    (known) => known.toLowerCase().startsWith(provider.toLowerCase()) && Math.abs(known.length - voice.length) < 3,
  );
  return findMeant(voice, near);
}
